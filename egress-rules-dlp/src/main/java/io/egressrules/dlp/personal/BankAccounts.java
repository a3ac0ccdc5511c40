package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.proven;

import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Iban;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Numbers of bank accounts. */
final class BankAccounts {
  private BankAccounts() {}

  static List<Detector> all() {
    return List.of(iban(), abaRouting(), accountNumber());
  }

  private static Detector iban() {
    return personal("iban", "international bank account number", "ISO 13616-1")
        .pattern(START + "([A-Z]{2}[0-9]{2}[0-9A-Z]{11,30})\\b")
        .pattern(START + "([a-z]{2}[0-9]{2}[0-9a-z]{11,30})\\b")
        .pattern(START + "([A-Z]{2}[0-9]{2}(?:[ -][0-9A-Z]{4}){3,7})\\b")
        .pattern(START + "([A-Z]{2}[0-9]{2}(?:[ -][0-9A-Z]{4}){2,7}[ -][0-9A-Z]{1,3})\\b")
        .validator(proven(Iban::holds))
        .finds(
            "GB82 WEST 1234 5698 7654 32",
            "DE89370400440532013000",
            "pay to fr1420041010050500013m02606.",
            "NL91-ABNA-0417-1643-00",
            "to ES91 2100 0418 4502 0005 1332 A")
        .ignores(
            "GB82 WEST 1234 5698 7654 33",
            "DE8937040044053201300",
            "XX82WEST12345698765432",
            "GB82west12345698765432")
        .build();
  }

  private static Detector abaRouting() {
    return personal(
            "us-aba-routing",
            "routing number of a bank in the United States",
            "ABA routing number policy")
        .pattern(START + "([0-9]{9}|[0-9]{4}-[0-9]{4}-[0-9])\\b")
        .onlyNear(Confidence.LIKELY, "aba", "routing", "rtn", "bank", "bankrouting", "wire", "ach")
        .validator(digits(9, BankAccounts::isRouting))
        .finds("routing number 121000358", "ABA: 3222-7162-7")
        .ignores("121000358", "routing number 121000359", "routing number 421042111")
        .build();
  }

  private static boolean isRouting(Digits digits) {
    int district = digits.number(0, 2);
    boolean issued =
        district <= 12
            || (district >= 21 && district <= 32)
            || (district >= 61 && district <= 72)
            || district == 80;
    return issued && !digits.allEqual() && digits.weighted(3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
  }

  private static Detector accountNumber() {
    return personal("bank-account", "bank account number by its label", "common usage")
        .pattern(
            "(?i)\\b(?:bank|checking|savings|deposit)[ _-]?(?:account|acct)[ _-]?"
                + "(?:number|no|nr|num)?[.\"']?[ ]?[:=#]?[ ]?[\"']?([0-9]{8,17})\\b")
        .confidence(Confidence.LIKELY)
        .validator(Form.plausible(text -> !Digits.of(text).allEqual()))
        .finds("bank account 945456787654", "\"bank_account\": \"94545678\"")
        .ignores("account 945456787654", "bank account 12345")
        .build();
  }
}
