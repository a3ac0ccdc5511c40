package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.DIGIT;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.PERCENT;
import static io.egressrules.dlp.secret.Alphabet.URL;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of social networks, maps and media. */
final class SocialKeys {
  private static final String META =
      "https://developers.facebook.com/docs/facebook-login/guides/access-tokens";
  private static final String X =
      "https://docs.x.com/resources/fundamentals/authentication/overview";

  private SocialKeys() {}

  static List<Detector.Builder> keys() {
    return List.of(
        Token.of("Facebook app token", META, Form.of(DIGIT, 13, 17).text("|").run(URL, 27)),
        Token.of("Facebook user or page token", META, Form.of("EAA").atLeast(BASE62, 90))
            .entropyFloor(4.5)
            .validator(Mixed.CASES_AND_DIGITS),
        NamedKey.of("Facebook", "app secret", Form.of(HEX, 32), "facebook", "fb"),
        Token.of(
            "Instagram access token",
            "https://developers.facebook.com/docs/instagram-platform/",
            Form.of("IGQV", "IGQW", "IGAA").atLeast(URL, 100)),
        Token.of(
            "X bearer token",
            X,
            Form.of("AAAAAAAAAAAAAAAAAAAA")
                .run(BASE62, 10, 40)
                .text("%2", "%3")
                .run(PERCENT, 30, 90)),
        NamedKey.of(
            "Twitter", "bearer token", Form.of("AAAAAAAAAAAAAAAAAAAAAA").run(PERCENT, 80, 100)),
        NamedKey.of(
            "Twitter", "access token", Form.of(DIGIT, 15, 25).text("-").run(BASE62, 20, 40)),
        NamedKey.of("Twitter", "access secret", Form.of(BASE62, 45)),
        NamedKey.of("Twitter", "API key", Form.of(BASE62, 25)),
        NamedKey.of("Twitter", "API secret", Form.of(BASE62, 50)),
        NamedKey.of("Linked In", "client id", Form.of(LOWER, 14)),
        NamedKey.of("Linked In", "client secret", Form.of(BASE62, 16)),
        NamedKey.of("Twitch", "API token", Form.of(LOWER, 30)),
        NamedKey.of("Flickr", "access token", Form.of(LOWER, 32)),
        NamedKey.of("Reddit", "client secret", Form.of(URL, 27, 30)),
        NamedKey.of("Spotify", "client secret", Form.of(HEX, 32)),
        NamedKey.of("YouTube", "API key", Form.of(URL, 39), "youtube", "you tube"),
        NamedKey.of("TikTok", "client secret", Form.of(BASE62, 32), "tiktok", "tik tok"),
        NamedKey.of("WeChat", "app secret", Form.of(HEX, 32), "wechat", "weixin"),
        Token.of(
            "Mapbox token",
            "https://docs.mapbox.com/help/getting-started/access-tokens/",
            Form.of("pk.", "sk.", "tk.").run(URL, 60, 150).text(".").run(URL, 22)),
        NamedKey.of("Giphy", "API key", Form.of(BASE62, 32)),
        NamedKey.of(
            "OpenWeather",
            "API key",
            Form.of(HEX, 32),
            "openweather",
            "open weather",
            "openweathermap"));
  }
}
