package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.ANY_HEX;
import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.UPPER;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Keys of build, security and other services whose name alone tells them. */
final class NamedKeys {

  private NamedKeys() {}

  static List<Detector.Builder> keys() {
    return List.of(
        NamedKey.of(
            "JFrog", "API key", Form.of(LOWER, 73), "jfrog", "artifactory", "bintray", "xray"),
        NamedKey.of(
            "JFrog",
            "identity token",
            Form.of(LOWER, 64),
            "jfrog",
            "artifactory",
            "bintray",
            "xray"),
        NamedKey.of("Bitbucket", "client id", Form.of(LOWER, 32)),
        NamedKey.of("Bitbucket", "client secret", Form.of(URL_PADDED, 64)),
        NamedKey.of("Drone CI", "access token", Form.of(LOWER, 32)),
        NamedKey.of("Travis", "access token", Form.of(BASE62, 22)),
        NamedKey.of("Circle CI", "legacy token", Form.of(HEX, 40), "circle ci", "circle"),
        NamedKey.of("GitHub", "client secret", Form.of(HEX, 40), "github", "git hub"),
        NamedKey.of("Gitea", "access token", Form.of(HEX, 40), "gitea", "forgejo", "gogs"),
        NamedKey.of("Jenkins", "API token", Form.of(HEX, 32, 34)),
        NamedKey.of("Snyk", "API token", Form.uuid()),
        NamedKey.of("Sonar", "API token", Form.of(BASE62, 40)),
        NamedKey.of("Sourcegraph", "legacy access token", Form.of(ANY_HEX, 40)),
        NamedKey.of("Coveralls", "repo token", Form.of(BASE62, 32, 36)),
        NamedKey.of(
                "Contrib Systems",
                "credentials",
                Form.of(HEX, 8).text(":").run(HEX, 8),
                "contribsys")
            .confidence(Confidence.LIKELY),
        Token.of(
            "Contrib Systems address",
            "https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ",
            Form.of(HEX, 8)
                .text(":")
                .run(HEX, 8)
                .text("@gems.contribsys.com", "@enterprise.contribsys.com")),
        NamedKey.of("Shodan", "API key", Form.of(BASE62, 32)),
        NamedKey.of("VirusTotal", "API key", Form.of(HEX, 64), "virustotal", "virus total"),
        NamedKey.of("Infura", "project secret", Form.of(HEX, 32)),
        NamedKey.of("Alchemy", "API key", Form.of(URL, 32)),
        NamedKey.of("Etherscan", "API key", Form.of(UPPER, 34)),
        NamedKey.of(
            "Ethereum",
            "private key",
            Form.of("0x").run(ANY_HEX, 64),
            "ethereum",
            "eth",
            "wallet",
            "private key"),
        NamedKey.of("Mixpanel", "API secret", Form.of(HEX, 32)),
        NamedKey.of("Amplitude", "secret key", Form.of(HEX, 32)),
        NamedKey.of("Segment", "write key", Form.of(BASE62, 32)),
        NamedKey.of("Optimizely", "access token", Form.of(BASE62, 40, 60)),
        NamedKey.of("ImgBB", "API key", Form.of(HEX, 32), "imgbb"),
        NamedKey.of("Clearbit", "API key", Form.of("sk_").run(HEX, 32)));
  }
}
