package io.egressrules.dlp.personal;

import io.egressrules.dlp.detector.Detector;
import java.util.List;
import java.util.stream.Stream;

/** All shipped detectors of personal data. */
public final class PersonalData {
  private PersonalData() {}

  /**
   * All shipped detectors of personal data.
   *
   * @return detectors with ids of their own, in a fixed order
   */
  public static List<Detector> all() {
    return Stream.of(
            Contacts.all(),
            Networks.all(),
            Cards.all(),
            BankAccounts.all(),
            Wallets.all(),
            Records.all(),
            UnitedStates.all(),
            Americas.all(),
            UnitedKingdom.all(),
            Germany.all(),
            France.all(),
            SouthernEurope.all(),
            CentralEurope.all(),
            NorthernEurope.all(),
            India.all(),
            AsiaPacific.all(),
            SouthernHemisphere.all())
        .flatMap(List::stream)
        .toList();
  }
}
