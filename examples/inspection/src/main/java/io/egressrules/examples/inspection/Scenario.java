package io.egressrules.examples.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.egressrules.ReasonCode;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request, and what is to become of it.
 *
 * @param title what the request shows
 * @param url the URL; {@code {port}} stands for the demo's
 * @param header a header field, as {@code name: value}, or null
 * @param content what is sent, or null
 * @param reason the expected reason
 * @param found the detectors that are expected to find something
 * @param arriving what is expected to arrive: the content unless it is redacted; null if nothing
 * @param lookups how many names are expected to be asked for; 0 if the head alone is denied
 */
record Scenario(
    String title,
    String url,
    @Nullable String header,
    @Nullable Content content,
    ReasonCode reason,
    List<String> found,
    @Nullable Content arriving,
    int lookups) {
  static final String KEY = "acme_0123456789abcdef";
  static final String CARD = "4111111111111111";

  private static final String API = "http://api.partner.example:{port}/v1/orders";
  private static final String KEYS = "acme-key";
  private static final String CARDS = "payment-card";
  private static final String MASKED = "\"[payment-card]\"";

  static List<Scenario> all() {
    return List.of(
        clean("clean json", Content.json("{\"order\": 17, \"note\": \"grüße\"}")),
        clean("clean upload", Content.upload("orders.csv", "17;blue\r\n18;red")),
        clean("clean gzip", Content.gzip("{\"order\": 17}")),
        redacted(
            "card in json", Content.json(card("\"" + CARD + "\"")), Content.json(card(MASKED))),
        redacted("card as a number", Content.json(card(CARD)), Content.json(card(MASKED))),
        redacted("card in a form", form("4111+1111+1111+1111"), form("%5Bpayment-card%5D")),
        redacted("cards in a stream", Content.stream(export(CARD)), export()),
        denied("key in json", Content.json("{\"key\": \"" + KEY + "\"}")),
        denied("key in base64", Content.json("{\"key\": \"" + base64("key " + KEY) + "\"}")),
        denied("key in gzip", Content.gzip("{\"key\": \"" + KEY + "\"}")),
        denied("key in an upload", Content.upload("notes.txt", "key: " + KEY)),
        denied("key in a file name", Content.upload(KEY + ".txt", "nothing else")),
        head("key in the query", API + "?q=" + KEY, null),
        head("key in a header", API, "X-Note: my key is " + KEY),
        new Scenario(
            "key as credentials",
            API,
            "Authorization: Bearer " + KEY,
            null,
            ReasonCode.ALLOWED_BY_RULE,
            List.of(),
            Content.of("", ""),
            1),
        reported("report-only detector", Content.json("{\"to\": \"jane.doe@acme-corp.com\"}")),
        unreadable("unknown coding", Content.coded("br", "who knows")),
        exempt("exempt host", Content.json(card("\"" + CARD + "\""))));
  }

  private static String card(String value) {
    return "{\"order\": 17, \"card\": " + value + ", \"blue\": true}";
  }

  private static Content form(String card) {
    return Content.of("application/x-www-form-urlencoded", "order=17&card=" + card + "&blue=1");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** Two million bytes, with cards in the first line and the last: more than a gate holds. */
  private static String export(String card) {
    String line = "card " + card + "\n";
    return line + "order 17, blue, one piece\n".repeat(80_000) + line;
  }

  private static Content export() {
    return Content.stream(export("[" + CARDS + "]"));
  }

  private static Scenario clean(String title, Content content) {
    return sent(title, API, content, List.of(), content);
  }

  private static Scenario redacted(String title, Content content, Content arriving) {
    return sent(title, API, content, List.of(CARDS), arriving);
  }

  private static Scenario reported(String title, Content content) {
    return sent(title, API, content, List.of("email-address"), content);
  }

  private static Scenario exempt(String title, Content content) {
    return sent(title, "http://payments.example:{port}/", content, List.of(), content);
  }

  private static Scenario sent(
      String title, String url, Content content, List<String> found, Content arriving) {
    return new Scenario(title, url, null, content, ReasonCode.ALLOWED_BY_RULE, found, arriving, 1);
  }

  private static Scenario denied(String title, Content content) {
    return new Scenario(title, API, null, content, ReasonCode.DLP_MATCH, List.of(KEYS), null, 1);
  }

  private static Scenario unreadable(String title, Content content) {
    List<String> found = List.of("unreadable-undecodable");
    return new Scenario(title, API, null, content, ReasonCode.DLP_MATCH, found, null, 0);
  }

  private static Scenario head(String title, String url, @Nullable String header) {
    return new Scenario(title, url, header, null, ReasonCode.DLP_MATCH, List.of(KEYS), null, 0);
  }

  /** The name and the value of the header field; empty without one. */
  List<String> field() {
    return header == null ? List.of() : List.of(header.split(": ", 2));
  }
}
