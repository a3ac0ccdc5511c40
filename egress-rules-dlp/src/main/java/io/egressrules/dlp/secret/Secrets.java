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
            SourceForges.gitHub(),
            SourceForges.gitLab(),
            SourceForges.others(),
            BuildServices.registries(),
            BuildServices.pipelines(),
            BuildServices.vaults(),
            BuildServices.networks(),
            AmazonKeys.keys(),
            CloudKeys.google(),
            CloudKeys.microsoft(),
            CloudKeys.others(),
            HostingKeys.platforms(),
            HostingKeys.shops(),
            HostingKeys.named(),
            DataServices.stores(),
            DataServices.services(),
            ModelServices.models(),
            ModelServices.platforms(),
            Monitoring.keys(),
            Payments.processors(),
            Payments.services(),
            Payments.named(),
            Messaging.slack(),
            Messaging.webhooks(),
            Messaging.chats(),
            Messaging.senders(),
            Messaging.named(),
            Workplace.projects(),
            Workplace.documents(),
            Workplace.accounts(),
            SocialKeys.keys(),
            NamedKeys.keys(),
            WebTokens.keys(),
            PrivateKeys.keys(),
            ConnectionStrings.keys(),
            HttpCredentials.keys(),
            CommandLines.options(),
            CommandLines.statements(),
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
