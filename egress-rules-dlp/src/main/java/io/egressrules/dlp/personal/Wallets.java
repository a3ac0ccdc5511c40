package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.proven;

import io.egressrules.dlp.check.Base58Check;
import io.egressrules.dlp.check.Bech32;
import io.egressrules.dlp.check.Eip55;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Validator.Verdict;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Addresses of crypto-currencies. */
final class Wallets {
  /** A version and the 20 bytes of a hash. */
  private static final int HASH_ADDRESS = 21;

  private Wallets() {}

  static List<Detector> all() {
    return List.of(bitcoin(), segwit(), ethereum());
  }

  private static Detector bitcoin() {
    return personal("bitcoin-address", "Bitcoin address", "Bitcoin, Base58Check encoding")
        .pattern("\\b[13][1-9A-HJ-NP-Za-km-z]{25,34}\\b")
        .validator(proven(text -> Base58Check.holds(text, HASH_ADDRESS)))
        .finds("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "btc:3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy")
        .ignores("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyZ2")
        .build();
  }

  private static Detector segwit() {
    return personal(
            "bitcoin-segwit-address", "Bitcoin segregated witness address", "BIP 173, BIP 350")
        .pattern("\\b(?:bc1[02-9ac-hj-np-z]{11,87}|BC1[02-9AC-HJ-NP-Z]{11,87})\\b")
        .validator(proven(text -> Bech32.holds(text, "bc")))
        .finds(
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
            "BC1SW50QGDZ25J",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0")
        .ignores(
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd")
        .build();
  }

  private static Detector ethereum() {
    return personal("ethereum-address", "Ethereum address", "ERC-55")
        .pattern("\\b0x[0-9A-Fa-f]{40}\\b")
        .confidence(Confidence.POSSIBLE)
        .near(Confidence.LIKELY, "eth", "ethereum", "wallet", "address", "erc20", "usdt", "token")
        .validator(text -> Eip55.holds(text) ? Verdict.PROVEN : Verdict.PLAUSIBLE)
        .finds(
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "wallet 0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359")
        .ignores(
            "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d35", "fb6916095ca1df60bb79ce92ce3ea74c37c5d359")
        .build();
  }
}
