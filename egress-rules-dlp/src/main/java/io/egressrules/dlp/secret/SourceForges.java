package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.ANY_HEX;
import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.BASE64;
import static io.egressrules.dlp.secret.Alphabet.DIGIT;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.UPPER_HEX;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of source forges: GitHub, GitLab, Bitbucket, Sourcegraph. */
final class SourceForges {
  private static final String GITHUB =
      "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github";
  private static final String GITLAB = "https://docs.gitlab.com/security/tokens/";
  private static final String BITBUCKET = "https://support.atlassian.com/bitbucket-cloud/";

  private SourceForges() {}

  static List<Detector.Builder> gitHub() {
    return List.of(
        Token.of("GitHub classic personal access token", GITHUB, Form.of("ghp_").run(BASE62, 36))
            .validator(Crc32Tail.BASE62),
        Token.of("GitHub OAuth access token", GITHUB, Form.of("gho_").run(BASE62, 36))
            .validator(Crc32Tail.BASE62),
        Token.of("GitHub app token", GITHUB, Form.of("ghs_", "ghu_").run(BASE62, 36))
            .validator(Crc32Tail.BASE62),
        Token.of("GitHub refresh token", GITHUB, Form.of("ghr_").run(BASE62, 36, 76))
            .validator(Crc32Tail.BASE62),
        Token.of(
            "GitHub fine-grained personal access token",
            GITHUB,
            Form.of("github_pat_").run(URL, 82)),
        Token.of(
            "GitHub stateless app token",
            GITHUB,
            Form.of("ghs_")
                .run(DIGIT, 1, 12)
                .text("_eyJ")
                .run(URL, 20, 200)
                .text(".eyJ")
                .run(URL, 20, 200)
                .text(".")
                .run(URL, 40, 200)));
  }

  static List<Detector.Builder> gitLab() {
    return List.of(
        Token.of("GitLab personal access token", GITLAB, Form.of("glpat-").run(URL, 20)),
        Token.of(
            "GitLab routable token",
            GITLAB,
            Form.of("glpat-", "gldt-", "glrt-t1_", "glrt-t2_", "glrt-t3_", "glrt-t4_")
                .atLeast(URL, 20)
                .text(".")
                .maybe(Form.of(LOWER, 2).text("."))
                .run(LOWER, 9)),
        Token.of("GitLab deploy token", GITLAB, Form.of("gldt-").run(URL, 20)),
        Token.of("GitLab runner token", GITLAB, Form.of("glrt-", "glrtr-").run(URL, 20, 50)),
        Token.of("GitLab runner registration token", GITLAB, Form.of("GR1348941").run(URL, 20, 50))
            .entropyFloor(3),
        Token.of("GitLab job token", GITLAB, Form.of("glcbt-").run(URL, 20, 30)),
        Token.of("GitLab trigger token", GITLAB, Form.of("glptt-").run(URL, 40)),
        Token.of("GitLab feed token", GITLAB, Form.of("glft-").run(URL, 20)),
        Token.of("GitLab incoming mail token", GITLAB, Form.of("glimt-").run(URL, 25)),
        Token.of("GitLab agent token", GITLAB, Form.of("glagent-").run(URL, 50, 64)),
        Token.of("GitLab OAuth application secret", GITLAB, Form.of("gloas-").run(URL, 64)),
        Token.of("GitLab feature flag client token", GITLAB, Form.of("glffct-").run(URL, 20)),
        Token.of("GitLab SCIM token", GITLAB, Form.of("glsoat-").run(URL, 20)),
        Token.of("GitLab workspace token", GITLAB, Form.of("glwt-").run(URL, 20, 40)),
        Token.of("GitLab session cookie", GITLAB, Form.of("_gitlab_session=").run(LOWER, 32)));
  }

  static List<Detector.Builder> others() {
    return List.of(
        Token.of(
                "Bitbucket app password",
                BITBUCKET,
                Form.of("ATBB").run(BASE62, 24).run(UPPER_HEX, 8))
            .validator(Crc32Tail.HEX_OF_ALL),
        Token.of(
                "Bitbucket repository access token",
                BITBUCKET,
                Form.of("ATCTT3").run(URL_PADDED, 160, 200))
            .validator(Crc32Tail.HEX_OF_ALL),
        Token.of(
            "Bitbucket Data Center access token", BITBUCKET, Form.of("BBDC-").run(BASE64, 40, 50)),
        Token.of(
                "Sourcegraph access token",
                "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token",
                Form.of("sgp_")
                    .maybe(Form.of(ANY_HEX, 16).text("_"))
                    .maybe(Form.of("local_"))
                    .run(ANY_HEX, 40))
            .entropyFloor(3));
  }
}
