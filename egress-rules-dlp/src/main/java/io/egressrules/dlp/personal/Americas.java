package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.START;
import static io.egressrules.dlp.personal.Form.digits;
import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.check.CalendarDay;
import io.egressrules.dlp.check.Digits;
import io.egressrules.dlp.check.Luhn;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Numbers of people in Canada, Mexico, Brazil, Chile and Argentina. */
final class Americas {
  private static final String CURP_ALPHABET = "0123456789ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ";

  private Americas() {}

  static List<Detector> all() {
    return List.of(sin(), curp(), cpf(), bareCpf(), cnpj(), rut(), cuit());
  }

  private static Detector sin() {
    return personal("ca-sin", "social insurance number", "Employment Insurance Act, section 138")
        .pattern(START + "([1-79][0-9]{2} [0-9]{3} [0-9]{3}|[1-79][0-9]{2}-[0-9]{3}-[0-9]{3})\\b")
        .pattern(START + "([1-79][0-9]{8})\\b")
        .onlyNear(Confidence.LIKELY, "sin", "sins", "social insurance", "nas", "assurance sociale")
        .validator(
            digits(9, digits -> digits.at(0) != 0 && digits.at(0) != 8 && Luhn.holds(digits)))
        .finds("my SIN is 130-692-544", "social insurance number 130 692 544")
        .ignores("130 692 544", "SIN 130 692 545", "SIN 812 345 678")
        .build();
  }

  private static Detector curp() {
    return personal("mx-curp", "clave única de registro de población", "DOF 23/10/1996")
        .pattern(START + "([A-Z][AEIOUX][A-Z]{2}[0-9]{6}[HMX][A-Z]{2}[A-Z]{3}[0-9A-Z][0-9])\\b")
        .validator(Form.proven(Americas::isCurp))
        .finds("HEGG560427MVZRRL04", "curp: BOXW310820HNERXN09")
        .ignores("HEGG560427MVZRRL05", "HEGG561327MVZRRL04")
        .build();
  }

  private static boolean isCurp(CharSequence text) {
    if (text.length() != 18 || !CalendarDay.begins(Digits.of(text.subSequence(4, 10) + "0"))) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (18 - i) * CURP_ALPHABET.indexOf(text.charAt(i));
    }
    return text.charAt(17) == '0' + (10 - sum % 10) % 10;
  }

  private static Detector cpf() {
    return personal("br-cpf", "cadastro de pessoas físicas", "Instrução Normativa RFB 1548/2015")
        .pattern(START + "([0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2})\\b")
        .near(Confidence.VERY_LIKELY, "cpf")
        .validator(digits(11, Americas::isCpf))
        .finds("529.982.247-25")
        .ignores("529.982.247-26", "111.111.111-11", "52998224725")
        .build();
  }

  private static Detector bareCpf() {
    return personal(
            "br-cpf-bare",
            "cadastro de pessoas físicas without dots",
            "Instrução Normativa RFB 1548/2015")
        .pattern(START + "([0-9]{11}|[0-9]{9}-[0-9]{2})\\b")
        .onlyNear(Confidence.LIKELY, "cpf", "pessoa física", "contribuinte")
        .validator(digits(11, Americas::isCpf))
        .finds("CPF 52998224725")
        .ignores("52998224725", "CPF 52998224726", "CPF 11111111111")
        .build();
  }

  private static boolean isCpf(Digits digits) {
    return !digits.allEqual()
        && digits.weighted(10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digits.at(9)
        && digits.weighted(11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digits.at(10);
  }

  private static Detector cnpj() {
    return personal(
            "br-cnpj", "cadastro nacional da pessoa jurídica", "Instrução Normativa RFB 2119/2022")
        .pattern(START + "([0-9]{2}\\.[0-9]{3}\\.[0-9]{3}/[0-9]{4}-[0-9]{2})\\b")
        .near(Confidence.VERY_LIKELY, "cnpj")
        .validator(
            digits(
                14,
                digits ->
                    !digits.allEqual()
                        && digits.weighted(5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10
                            == digits.at(12)
                        && digits.weighted(6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10
                            == digits.at(13)))
        .finds("11.222.333/0001-81")
        .ignores("11.222.333/0001-82", "00.000.000/0000-00")
        .build();
  }

  private static Detector rut() {
    return personal("cl-rut", "rol único tributario", "Decreto Ley 3 de 1969")
        .pattern(START + "([0-9]{1,2}\\.[0-9]{3}\\.[0-9]{3}-[0-9Kk])\\b")
        .pattern(START + "([0-9]{7,8}-[0-9Kk])\\b")
        .onlyNear(Confidence.LIKELY, "rut", "run", "tributario")
        .validator(plausible(Americas::isRut))
        .finds("RUT 12.345.678-5", "rut: 30686957-4")
        .ignores("12.345.678-5", "RUT 12.345.678-6")
        .build();
  }

  private static boolean isRut(CharSequence text) {
    int last = text.length() - 1;
    if (last < 2) {
      return false;
    }
    Digits digits = Digits.of(text.subSequence(0, last));
    int sum = 0;
    for (int i = 0; i < digits.count(); i++) {
      sum += (2 + i % 6) * digits.at(digits.count() - 1 - i);
    }
    char check = "0K987654321".charAt(sum % 11);
    return digits.count() > 0 && Character.toUpperCase(text.charAt(last)) == check;
  }

  private static Detector cuit() {
    return personal(
            "ar-cuit",
            "clave única de identificación tributaria",
            "AFIP, Resolución General 10/1997")
        .pattern(START + "((?:20|23|24|25|26|27|30|33|34)-?[0-9]{8}-?[0-9])\\b")
        .onlyNear(Confidence.LIKELY, "cuit", "cuil")
        .validator(digits(11, digits -> digits.weighted(5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0))
        .finds("CUIT 20-12345678-6")
        .ignores("20-12345678-6", "CUIT 20-12345678-5")
        .build();
  }
}
