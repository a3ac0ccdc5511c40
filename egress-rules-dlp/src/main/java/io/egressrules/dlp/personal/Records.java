package io.egressrules.dlp.personal;

import static io.egressrules.dlp.personal.Form.personal;
import static io.egressrules.dlp.personal.Form.plausible;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Numbers without a check digit or a form of their own, told by the words before them alone. */
final class Records {
  private static final String JOIN =
      "[\"' ]{0,2}(?:no|nr|num|number|id)?[.\"']{0,2} ?(?:[:=#]|is)? ?[\"']?";

  private Records() {}

  static List<Detector> all() {
    return List.of(healthRecord(), passport(), drivingLicence());
  }

  private static Detector healthRecord() {
    return personal("health-record", "number of a patient's record", "45 CFR 164.514(b)(2)(i)(H)")
        .pattern(
            "(?i)\\b(?:mrn|medical[ _-]?record|patient[ _-]?(?:id|no|number)|health[ _-]?plan"
                + "|health[ _-]?record)"
                + JOIN
                + "([A-Z]{0,3}-?[0-9]{5,12})\\b")
        .finds("MRN: 00123456", "patient_id=\"AB-123456\"", "medical record number is 1234567")
        .ignores("mrn missing", "record number 1234567", "MRN 123")
        .build();
  }

  private static Detector passport() {
    return personal("passport", "passport number by its label", "ICAO Doc 9303-4")
        .pattern(
            "(?i)\\b(?:passport|reisepass|passeport|pasaporte|passaporto|paspoort)"
                + JOIN
                + "([A-Z0-9]{2,3}[0-9]{4}[A-Z0-9]{1,3})\\b")
        .validator(plausible(text -> text.length() >= 7 && text.length() <= 9))
        .finds("passport no. XN1234567", "{\"passport\":\"925665416\"}", "pasaporte AAA123456")
        .ignores("passport office 12", "XN1234567")
        .build();
  }

  private static Detector drivingLicence() {
    return personal("driving-licence", "driving licence number by its label", "ISO/IEC 18013-1")
        .pattern(
            "(?i)\\b(?:driv(?:er'?s?|ing)[ _-]?licen[cs]e|führerschein|führerscheinnummer"
                + "|permis de conduire|permiso de conducir|patente di guida|rijbewijs)"
                + JOIN
                + "([A-Z0-9]{0,4}-?[0-9]{2}[A-Z0-9-]{4,13})\\b")
        .finds(
            "driver's license: D1234567",
            "Führerschein B072RRE2I55",
            "driving_licence=\"12345678\"")
        .ignores("driving licence renewal", "D1234567")
        .build();
  }
}
