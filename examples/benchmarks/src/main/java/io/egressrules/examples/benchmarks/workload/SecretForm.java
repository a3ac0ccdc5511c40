package io.egressrules.examples.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What one kind of secret looks like where it is written down.
 *
 * @param before what stands before the random part
 * @param length how many random characters there are
 * @param alphabet of which
 * @param after what stands behind them
 */
record SecretForm(String before, int length, String alphabet, String after) {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String ALL = "0123456789" + LOWER + UPPER;
  private static final String HEX = "0123456789abcdef";

  private static final List<SecretForm> FORMS =
      List.of(
          new SecretForm("GITHUB_TOKEN=ghp_", 36, ALL, ""),
          new SecretForm("aws_access_key_id = AKIA", 16, UPPER + "234567", ""),
          new SecretForm("\"gitlab\": \"glpat-", 20, ALL, "\","),
          new SecretForm("stripe.key: sk_live_", 24, ALL, ""),
          new SecretForm("//registry.example/:_authToken=npm_", 36, LOWER + "0123456789", ""),
          new SecretForm("token: 'dop_v1_", 64, HEX, "'"),
          new SecretForm("hf = \"hf_", 34, LOWER, "\""),
          new SecretForm("X-Shopify-Access-Token: shpat_", 32, HEX, ""),
          new SecretForm("mailchimp_api_key = \"", 32, HEX, "-us12\""),
          new SecretForm("curl -u admin:", 20, ALL, " https://api.partner.example/"),
          new SecretForm("datadog.api_key=\"", 40, HEX, "\""),
          new SecretForm("GOOGLE_KEY=AIza", 35, ALL, ""));

  /** One line of each. */
  static List<String> lines(SplittableRandom random) {
    List<String> lines = new ArrayList<>();
    for (SecretForm form : FORMS) {
      StringBuilder line = new StringBuilder(form.before);
      for (int i = 0; i < form.length; i++) {
        line.append(form.alphabet.charAt(random.nextInt(form.alphabet.length())));
      }
      lines.add(line.append(form.after).append('\n').toString());
    }
    return lines;
  }
}
