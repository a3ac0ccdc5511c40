package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.BASE32;
import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.BASE64;
import static io.egressrules.dlp.secret.Alphabet.BASE64_URL;
import static io.egressrules.dlp.secret.Alphabet.BECH32;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.UPPER;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of package registries, build services and infrastructure tools. */
final class BuildServices {
  private static final String NPM = "https://docs.npmjs.com/about-access-tokens";
  private static final String PYPI = "https://pypi.org/help/#apitoken";
  private static final String DOCKER = "https://docs.docker.com/security/access-tokens/";
  private static final String VAULT = "https://developer.hashicorp.com/vault/docs/concepts/tokens";
  private static final String DOPPLER = "https://docs.doppler.com/reference/auth-token-formats";

  private BuildServices() {}

  static List<Detector.Builder> registries() {
    return List.of(
        Token.of("npm access token", NPM, Form.of("npm_").run(BASE62, 36))
            .validator(Crc32Tail.BASE62),
        Token.of(
            "PyPI upload token",
            PYPI,
            Form.of("pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw").atLeast(URL, 50)),
        Token.of(
            "RubyGems API key",
            "https://guides.rubygems.org/api-key-scopes/",
            Form.of("rubygems_").run(HEX, 48)),
        Token.of(
            "Clojars deploy token",
            "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens",
            Form.of("CLOJARS_").run(LOWER, 60)),
        Token.of(
            "NuGet API key",
            "https://learn.microsoft.com/nuget/nuget-org/publish-a-package",
            Form.of("oy2").run(LOWER, 43)),
        Token.of(
            "crates.io API token",
            "https://doc.rust-lang.org/cargo/reference/publishing.html",
            Form.of("cio").run(BASE62, 32)),
        Token.of(
            "Artifactory API key",
            "https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key",
            Form.of("AKCp").run(BASE62, 69)),
        Token.of(
            "Artifactory reference token",
            "https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-token",
            Form.of("cmVmd").run(BASE62, 59)),
        Token.of(
            "Docker Hub access token", DOCKER, Form.of("dckr_pat_", "dckr_oat_").run(URL, 27, 32)),
        Token.of(
            "Docker Swarm join token",
            "https://docs.docker.com/engine/swarm/join-nodes/",
            Form.of("SWMTKN-1-").run(LOWER, 50).text("-").run(LOWER, 25)),
        Token.of(
            "Docker Swarm unlock key",
            "https://docs.docker.com/engine/swarm/swarm_manager_locking/",
            Form.of("SWMKEY-1-").run(BASE64, 43)));
  }

  static List<Detector.Builder> pipelines() {
    return List.of(
        Token.of(
            "CircleCI personal access token",
            "https://circleci.com/docs/managing-api-tokens/",
            Form.of("CCIPAT_").run(BASE62, 22).text("_").run(HEX, 40)),
        Token.of(
            "CircleCI project access token",
            "https://circleci.com/docs/managing-api-tokens/",
            Form.of("CCIPRJ_").run(BASE62, 22).text("_").run(HEX, 40)),
        Token.of(
            "Buildkite API token",
            "https://buildkite.com/docs/apis/managing-api-tokens",
            Form.of("bkua_").run(HEX, 40)),
        Token.of(
            "SonarQube token",
            "https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/",
            Form.of("squ_", "sqp_", "sqa_").run(BASE62, 40)),
        Token.of(
            "Terraform Cloud token",
            "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
            Form.of(BASE62, 14).text(".atlasv1.").run(URL_PADDED, 60, 70)),
        Token.of(
            "Pulumi access token",
            "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
            Form.of("pul-").run(HEX, 40)),
        Token.of(
                "Infracost API key",
                "https://www.infracost.io/docs/",
                Form.of("ico-").run(BASE62, 32))
            .entropyFloor(3),
        Token.of(
            "Prefect API key", "https://docs.prefect.io/", Form.of("pnu_", "pnb_").run(BASE62, 36)),
        Token.of(
                "Octopus Deploy API key",
                "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key",
                Form.of("API-").run(UPPER, 26, 32))
            .entropyFloor(3),
        Token.of(
            "Harness API key",
            "https://developer.harness.io/docs/platform/automation/api/api-quickstart/",
            Form.of("pat.", "sat.")
                .run(URL, 22)
                .text(".")
                .run(LOWER, 24)
                .text(".")
                .run(BASE62, 20)));
  }

  static List<Detector.Builder> vaults() {
    return List.of(
        Token.of("Vault service token", VAULT, Form.of("hvs.").run(URL, 24, 200)).entropyFloor(3),
        Token.of("Vault batch token", VAULT, Form.of("hvb.").atLeast(URL, 80)).entropyFloor(3),
        Token.of("Vault recovery token", VAULT, Form.of("hvr.").run(URL, 24, 200)).entropyFloor(3),
        Token.of("Vault legacy service token", VAULT, Form.of("s.").run(BASE62, 24))
            .validator(Mixed.CASES_AND_DIGITS),
        Token.of(
            "Doppler token",
            DOPPLER,
            Form.of("dp.pt.", "dp.st.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit.")
                .maybe(Form.of(LOWER, 2, 35).text("."))
                .run(BASE62, 40, 44)),
        Token.of(
                "age secret key",
                "https://age-encryption.org/v1",
                Form.of("AGE-SECRET-KEY-1").run(BECH32, 58))
            .entropyFloor(0),
        Token.of(
                "1Password secret key",
                "https://support.1password.com/secret-key-security/",
                Form.of("A3-")
                    .run(UPPER, 6)
                    .text("-")
                    .run(UPPER, 6)
                    .maybe(Form.of("-"))
                    .run(UPPER, 5)
                    .text("-")
                    .run(UPPER, 5)
                    .text("-")
                    .run(UPPER, 5)
                    .text("-")
                    .run(UPPER, 5))
            .entropyFloor(3),
        Token.of(
            "1Password service account token",
            "https://developer.1password.com/docs/service-accounts/",
            Form.of("ops_eyJ").atLeast(BASE64_URL, 80)));
  }

  static List<Detector.Builder> networks() {
    return List.of(
        Token.of(
            "Authress service client access key",
            "https://authress.io/knowledge-base/docs/",
            Form.of("sc_", "ext_", "scauth_", "authress_")
                .run(LOWER, 5, 30)
                .text(".")
                .run(LOWER, 4, 6)
                .text(".acc")
                .run(URL, 10, 32)
                .text(".")
                .run(BASE64_URL, 30, 120)),
        Token.of(
            "Defined Networking API key",
            "https://docs.defined.net/",
            Form.of("dnkey-").run(URL_PADDED, 26).text("-").run(URL_PADDED, 52)),
        Token.of(
            "Tailscale key",
            "https://tailscale.com/kb/1277/key-prefixes",
            Form.of("tskey-")
                .run(LOWER, 2, 10)
                .text("-")
                .run(BASE62, 8, 24)
                .text("-")
                .run(BASE62, 20, 48)),
        Token.of(
                "NATS seed",
                "https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth",
                Form.of("SU", "SA", "SO", "SC", "SN").run(BASE32, 56))
            .entropyFloor(3.5),
        Token.of(
            "WunderGraph Cosmo API key",
            "https://cosmo-docs.wundergraph.com/",
            Form.of("cosmo_").run(HEX, 32)),
        Token.of(
            "SettleMint access token",
            "SettleMint documentation",
            Form.of("sm_aat_", "sm_pat_", "sm_sat_").run(BASE62, 16)),
        Token.of(
            "Intra 42 client secret",
            "https://api.intra.42.fr/apidoc",
            Form.of("s-s4t2ud-", "s-s4t2af-").run(HEX, 64)));
  }
}
