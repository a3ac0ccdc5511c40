package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import java.util.List;
import java.util.stream.Stream;

/** The shipped detectors of secrets. */
public final class Secrets {
  private Secrets() {}

  /**
   * All of them, family by family.
   *
   * @return detectors with different ids; unmodifiable
   */
  public static List<Detector> all() {
    return Stream.of(
            SourceForges.keys(),
            BuildServices.keys(),
            AmazonKeys.keys(),
            CloudKeys.keys(),
            HostingKeys.keys(),
            DataServices.keys(),
            ModelServices.keys(),
            Monitoring.keys(),
            Payments.keys(),
            Messaging.keys(),
            Workplace.keys(),
            SocialKeys.keys(),
            NamedKeys.keys(),
            WebTokens.keys(),
            PrivateKeys.keys(),
            ConnectionStrings.keys(),
            HttpCredentials.keys(),
            CommandLines.keys(),
            general(Passwords.keys()),
            general(NamedSecrets.keys()))
        .flatMap(List::stream)
        .map(Detector.Builder::build)
        .toList();
  }

  private static List<Detector.Builder> general(List<Detector.Builder> detectors) {
    return detectors.stream().map(Detector.Builder::general).toList();
  }
}
