package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Validator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges values by the text they hold in base64 (RFC 4648, sections 4 and 5). */
enum EncodedText implements Validator {
  /** A number, a colon, and random bytes. */
  NUMBER_AND_COLON {
    @Override
    Verdict judge(String text) {
      return text.matches("(?s)[0-9]{6,16}:.*") ? Verdict.PROVEN : Verdict.INVALID;
    }
  },
  /** A user and a password: RFC 7617, section 2. */
  USER_AND_PASSWORD {
    @Override
    Verdict judge(String text) {
      return text.matches("[ -~&&[^:{}\"]]{0,100}:[ -~]{0,100}")
          ? Verdict.PLAUSIBLE
          : Verdict.INVALID;
    }
  },
  /** A JSON Web Token's header, with a parameter that such headers have: RFC 7515, section 4.1. */
  JWT_HEADER {
    @Override
    Verdict judge(String text) {
      return JOSE_HEADER.matcher(text).matches() ? Verdict.PROVEN : Verdict.INVALID;
    }
  },
  /** A JSON Web Token that was encoded once more. */
  ENCODED_JWT {
    @Override
    Verdict judge(String text) {
      return TWO_OBJECTS.matcher(text).lookingAt() ? Verdict.PROVEN : Verdict.INVALID;
    }
  };

  private static final Pattern JOSE_HEADER =
      Pattern.compile(
          "(?s)\\{.{0,900}\"(?:alg|enc|typ|cty|kid|kty|jku|jwk|x5[uct]|zip|crit|epk|ap[uv]|iv|tag|p2[sc]|b64)\"\\s*:.{1,900}\\}\\s*");

  private static final Pattern TWO_OBJECTS =
      Pattern.compile("eyJ[0-9A-Za-z_-]{8,}\\.eyJ[0-9A-Za-z_-]{8,}");

  private static final int ENOUGH = 2000;

  /** Judges the text that was encoded, one character for each byte. */
  abstract Verdict judge(String text);

  @Override
  public Verdict check(CharSequence value) {
    return decoded(value.toString()).map(this::judge).orElse(Verdict.INVALID);
  }

  /** What the first part, up to a dot, holds. */
  private static Optional<String> decoded(String value) {
    int dot = value.indexOf('.');
    String part = value.substring(0, dot < 0 ? value.length() : dot);
    String plain = part.replace('-', '+').replace('_', '/').replace("=", "");
    String whole = plain.substring(0, Math.min(ENOUGH, plain.length()));
    try {
      byte[] bytes = Base64.getDecoder().decode(whole);
      return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
