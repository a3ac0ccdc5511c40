package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.BASE64;
import static io.egressrules.dlp.secret.Alphabet.BASE64_PADDED;
import static io.egressrules.dlp.secret.Alphabet.BASE64_URL;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of payment, shipping and trading services. */
final class Payments {
  private static final String STRIPE = "https://docs.stripe.com/keys";
  private static final String SQUARE =
      "https://developer.squareup.com/docs/build-basics/access-tokens";
  private static final String FLUTTERWAVE = "https://developer.flutterwave.com/docs/authentication";

  private Payments() {}

  static List<Detector.Builder> processors() {
    return List.of(
        Token.of(
                "Stripe secret key",
                STRIPE,
                Form.of("sk_live_", "sk_test_", "sk_prod_").run(BASE62, 24, 128))
            .entropyFloor(1.5),
        Token.of(
                "Stripe restricted key",
                STRIPE,
                Form.of("rk_live_", "rk_test_", "rk_prod_").run(BASE62, 24, 128))
            .entropyFloor(1.5),
        Token.of(
            "Stripe webhook secret",
            "https://docs.stripe.com/webhooks",
            Form.of("whsec_").run(BASE64, 32, 64)),
        Token.of("Square access token", SQUARE, Form.of("sq0atp-").run(URL, 22, 60)),
        Token.of("Square OAuth secret", SQUARE, Form.of("sq0csp-").run(URL, 37, 60)),
        Token.of("Square production access token", SQUARE, Form.of("EAAA").run(URL, 60))
            .validator(Mixed.CASES_AND_DIGITS),
        Token.of(
            "Braintree access token",
            "https://developer.paypal.com/braintree/docs/",
            Form.of("access_token$production$", "access_token$sandbox$")
                .run(LOWER, 16)
                .text("$")
                .run(HEX, 32)),
        Token.of(
            "Plaid access token",
            "https://plaid.com/docs/api/tokens/",
            Form.of("access-sandbox-", "access-development-", "access-production-")
                .then(Form.uuid())),
        NamedKey.of("Plaid", "client id", Form.of(BASE62, 24)),
        NamedKey.of("Plaid", "secret key", Form.of(BASE62, 30)),
        Token.of("Flutterwave encryption key", FLUTTERWAVE, Form.of("FLWSECK_TEST-").run(HEX, 12)),
        Token.of(
            "Flutterwave secret key",
            FLUTTERWAVE,
            Form.of("FLWSECK_TEST-", "FLWSECK-").run(HEX, 32).text("-X")),
        Token.of(
            "Flutterwave public key",
            FLUTTERWAVE,
            Form.of("FLWPUBK_TEST-", "FLWPUBK-").run(HEX, 32).text("-X")));
  }

  static List<Detector.Builder> services() {
    return List.of(
        Token.of(
            "EasyPost API key",
            "https://docs.easypost.com/docs/authentication",
            Form.of("EZAK").run(BASE62, 54)),
        Token.of(
            "EasyPost test API key",
            "https://docs.easypost.com/docs/authentication",
            Form.of("EZTK").run(BASE62, 54)),
        Token.of(
            "Shippo API token",
            "https://docs.goshippo.com/",
            Form.of("shippo_live_", "shippo_test_").run(HEX, 40)),
        Token.of(
            "Duffel API token",
            "https://duffel.com/docs/api/",
            Form.of("duffel_test_", "duffel_live_").run(URL_PADDED, 43)),
        Token.of("Lob API key", "https://docs.lob.com/", Form.of("live_", "test_").run(HEX, 35)),
        Token.of(
            "Lob publishable key",
            "https://docs.lob.com/",
            Form.of("live_pub_", "test_pub_").run(HEX, 31)),
        Token.of(
                "Mollie API key",
                "https://docs.mollie.com/reference/authentication",
                Form.of("live_", "test_").run(BASE62, 30))
            .validator(Mixed.CASES_AND_DIGITS),
        NamedKey.of(
            "GoCardless",
            "access token",
            Form.of("live_", "sandbox_").run(URL_PADDED, 40),
            "gocardless",
            "go cardless"),
        Token.of(
            "Adyen API key",
            "https://docs.adyen.com/development-resources/api-credentials/",
            Form.of("AQE").run(BASE64, 7).text("hmfx").run(BASE64_PADDED, 90, 180)));
  }

  static List<Detector.Builder> named() {
    return List.of(
        NamedKey.of("Razorpay", "key secret", Form.of(BASE62, 24)),
        NamedKey.of("Coinbase", "access token", Form.of(URL, 64)),
        NamedKey.of("Kraken", "private key", Form.of(BASE64_URL, 80, 90)),
        NamedKey.of("KuCoin", "access token", Form.of(HEX, 24), "kucoin", "ku coin"),
        NamedKey.of("KuCoin", "secret key", Form.uuid(), "kucoin", "ku coin"),
        NamedKey.of("Bittrex", "access or secret key", Form.of(LOWER, 32)),
        NamedKey.of("Binance", "API or secret key", Form.of(BASE62, 64)),
        NamedKey.of("Finicity", "app key", Form.of(HEX, 32)),
        NamedKey.of("Finicity", "client secret", Form.of(LOWER, 20)),
        NamedKey.of("FreshBooks", "access token", Form.of(LOWER, 64), "freshbooks", "fresh books"),
        NamedKey.of("Etsy", "access token", Form.of(LOWER, 24)),
        NamedKey.of("Squarespace", "access token", Form.uuid()));
  }
}
