package io.egressrules.examples.quickstart;

import io.egressrules.ReasonCode;
import io.egressrules.policy.Effect;
import java.util.List;

/**
 * A call, and what is to become of it.
 *
 * @param title what the call shows
 * @param method the request method
 * @param url the URL as an attacker or a developer wrote it; {@code {http}} and {@code {https}}
 *     stand for the demo's ports
 * @param effect the expected effect
 * @param reason the expected reason
 */
record Scenario(String title, String method, String url, Effect effect, ReasonCode reason) {

  static List<Scenario> all() {
    return List.of(
        allow("an allowed call", "https://api.partner.example:{https}/v1/orders"),
        deny(
            "not in the allowlist",
            "https://unlisted.example:{https}/",
            ReasonCode.NO_RULE_MATCHED),
        deny(
            "denied by rule",
            "https://api.partner.example:{https}/v1/export/all",
            ReasonCode.DENIED_BY_RULE),
        deny("denied by list", "http://ads.partner.example:{http}/", ReasonCode.DENIED_BY_RULE),
        deny(
            "tls required",
            "http://api.partner.example:{http}/v1/orders",
            ReasonCode.CLEARTEXT_FORBIDDEN),
        new Scenario(
            "method not listed",
            "DELETE",
            "https://api.partner.example:{https}/v1/orders",
            Effect.DENY,
            ReasonCode.METHOD_FORBIDDEN),
        deny(
            "path not listed",
            "https://api.partner.example:{https}/v1/../admin",
            ReasonCode.PATH_FORBIDDEN),
        deny("literal, decimal", "http://2130706435:{http}/", ReasonCode.TARGET_MALFORMED),
        deny("literal, hexadecimal", "http://0x7f000003:{http}/", ReasonCode.TARGET_MALFORMED),
        deny("literal, octal", "http://0177.0.0.3:{http}/", ReasonCode.TARGET_MALFORMED),
        deny("literal, short", "http://127.3:{http}/", ReasonCode.TARGET_MALFORMED),
        deny(
            "literal, ipv4-mapped",
            "http://[::ffff:127.0.0.3]:{http}/",
            ReasonCode.ADDRESS_GUARDED),
        deny("literal, nat64", "http://[64:ff9b::7f00:3]:{http}/", ReasonCode.ADDRESS_GUARDED),
        deny(
            "redirect to metadata",
            "http://status.partner.example:{http}/to-metadata",
            ReasonCode.ADDRESS_GUARDED),
        deny("metadata by name", "http://metadata.google.internal/", ReasonCode.METADATA_HOST),
        allow("answer changes later", "http://rebind.partner.example:{http}/"),
        deny(
            "answer has changed",
            "http://rebind.partner.example:{http}/",
            ReasonCode.ADDRESS_GUARDED),
        deny("mixed answer", "http://mixed.partner.example:{http}/", ReasonCode.ADDRESS_MIXED),
        deny("private answer", "http://intranet.example:{http}/", ReasonCode.ADDRESS_SPECIAL),
        allow("report-only rule", "http://status.partner.example:{http}/beta/next"),
        deny("expired rule", "http://old.supplier.example:{http}/", ReasonCode.RULE_EXPIRED));
  }

  private static Scenario allow(String title, String url) {
    return new Scenario(title, "GET", url, Effect.ALLOW, ReasonCode.ALLOWED_BY_RULE);
  }

  private static Scenario deny(String title, String url, ReasonCode reason) {
    return new Scenario(title, "GET", url, Effect.DENY, reason);
  }

  String urlWith(int httpPort, int httpsPort) {
    return url.replace("{https}", Integer.toString(httpsPort))
        .replace("{http}", Integer.toString(httpPort));
  }
}
