package io.egressrules.net;

import static io.egressrules.net.PolicyText.quoted;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over canonical paths: literal segments, {@code *} for exactly one segment, and a final
 * {@code **} for the rest.
 *
 * <p>{@code /v1/*}{@code /items} matches {@code /v1/a/items}; {@code /v1/**} matches {@code /v1},
 * {@code /v1/} and everything below. Slashes count: {@code /v1}, {@code /v1/} and {@code //v1} are
 * three paths, and {@code *} is never an empty segment. Matching is case-sensitive (RFC 3986
 * section 6.2.2.1) and compares whole segments; there are no regular expressions.
 *
 * @since 0.1
 */
public final class PathPattern {
  private static final int LIMIT = 2048;
  private static final String REST = "/**";
  private static final Host ANYWHERE = IpAddress.ofIpv4(0);

  private final String text;

  /** What every path that matches begins with: the text as far as it has no star. */
  private final String literal;

  private final boolean hasRest;
  private final boolean hasStars;

  private PathPattern(String text) {
    this.text = text;
    this.hasRest = text.endsWith(REST);
    String withoutRest = hasRest ? text.substring(0, text.length() - REST.length()) : text;
    int star = withoutRest.indexOf("/*");
    this.hasStars = star >= 0;
    this.literal = hasStars ? withoutRest.substring(0, star) : withoutRest;
  }

  /**
   * Reads a pattern.
   *
   * @param text a pattern that begins with {@code /}; at most 2,048 characters
   * @return the pattern
   * @throws IllegalArgumentException if the text is not a pattern, or could never match a canonical
   *     path
   */
  public static PathPattern parse(String text) {
    if (!text.startsWith("/") || text.length() > LIMIT) {
      throw refused(text, "begin with `/`, and write at most " + LIMIT + " characters");
    }
    String[] segments = text.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      requireSegment(text, segments[i], i == segments.length - 1);
    }
    return new PathPattern(text);
  }

  private static void requireSegment(String text, String segment, boolean last) {
    if (segment.equals("**") && !last) {
      throw refused(text, "`**` may only be the last segment; write `*` for one segment");
    }
    if (segment.isEmpty() && !last) {
      throw refused(text, "a path with `//` is ambiguous and matches no pattern; write one slash");
    }
    boolean wild = segment.equals("*") || segment.equals("**");
    if (!wild && segment.indexOf('*') >= 0) {
      throw refused(text, "a star stands for a whole segment; write `*` between two slashes");
    }
    if (!wild) {
      requireCanonical(text, "/" + segment);
    }
  }

  /** A pattern that no canonical path can match would be dead without anybody noticing. */
  private static void requireCanonical(String text, String path) {
    Target target = target(text, path);
    if (!target.path().equals(path)) {
      throw refused(
          text, "no canonical path has " + quoted(path) + "; write " + quoted(target.path()));
    }
    if (target.hasAmbiguousPath()) {
      throw refused(
          text,
          "servers read "
              + quoted(path)
              + " in several ways, so no pattern matches it; leave it out");
    }
  }

  private static Target target(String text, String path) {
    try {
      return Target.of(Scheme.HTTPS, ANYWHERE, Scheme.HTTPS.defaultPort(), path);
    } catch (MalformedException malformed) {
      throw refused(text, malformed.rule().sentence());
    }
  }

  private static IllegalArgumentException refused(String text, String advice) {
    return PolicyText.refused("path pattern", text, advice);
  }

  /**
   * Whether a path matches.
   *
   * @param path a canonical path, as of {@link Target#path()}; an empty one, which is not known,
   *     matches no pattern
   * @return true when it matches; cost is linear in the path's length
   */
  public boolean matches(String path) {
    return matches(path, 0, path.length());
  }

  /**
   * Whether a path that stands in a longer text matches.
   *
   * @param text any text
   * @param from where a canonical path starts in it
   * @param to where the path ends, not before {@code from}
   * @return as {@link #matches(String)} of that part; nothing is copied
   */
  public boolean matches(String text, int from, int to) {
    Objects.requireNonNull(text);
    int end = from + literal.length();
    if (from == to || end > to || !text.startsWith(literal, from)) {
      return false;
    }
    if (hasStars) {
      return matchesSegments(text, end, to);
    }
    return end == to || (hasRest && text.charAt(end) == '/');
  }

  /** Compares segment by segment, from the first star on. */
  private boolean matchesSegments(String path, int from, int to) {
    int at = literal.length();
    int on = from;
    while (at < text.length()) {
      if (hasRest && at + REST.length() == text.length()) {
        return on == to || path.charAt(on) == '/';
      }
      if (on >= to || path.charAt(on) != '/') {
        return false;
      }
      int atEnd = segmentEnd(text, at + 1, text.length());
      int onEnd = segmentEnd(path, on + 1, to);
      boolean star = atEnd == at + 2 && text.charAt(at + 1) == '*';
      boolean same = atEnd - at == onEnd - on && text.regionMatches(at, path, on, atEnd - at);
      if (!same && !(star && onEnd > on + 1)) {
        return false;
      }
      at = atEnd;
      on = onEnd;
    }
    return on == to;
  }

  private static int segmentEnd(String path, int from, int to) {
    int at = from;
    while (at < to && path.charAt(at) != '/') {
      at++;
    }
    return at;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }
}
