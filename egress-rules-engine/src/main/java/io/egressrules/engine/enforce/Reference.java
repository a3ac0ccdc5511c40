package io.egressrules.engine.enforce;

import io.egressrules.net.Target;

/**
 * Resolves a URI reference against a canonical target (RFC 3986 section 5.2), by text alone. What
 * comes out still has to pass the gate: nothing is judged here.
 */
final class Reference {
  private Reference() {}

  /** The text of an absolute URL, without fragment. */
  static String resolve(Target base, String reference) {
    String text = before('#', reference);
    String scheme = base.scheme().text();
    if (hasScheme(text)) {
      return text;
    }
    if (text.startsWith("//")) {
      return scheme + ":" + text;
    }
    String origin = scheme + "://" + base.host().toUriString() + ":" + base.port();
    String path = before('?', text);
    String query = text.substring(path.length());
    if (path.isEmpty()) {
      return origin + base.path() + (query.isEmpty() ? queryOf(base) : query);
    }
    return origin + withoutDotSegments(merge(base.path(), path)) + query;
  }

  /** A colon before any slash or question mark can only end a scheme (RFC 3986 section 4.2). */
  private static boolean hasScheme(String text) {
    return before('?', before('/', text)).indexOf(':') >= 0;
  }

  private static String queryOf(Target base) {
    return base.query() == null ? "" : "?" + base.query();
  }

  /** RFC 3986 section 5.2.3. */
  private static String merge(String base, String path) {
    return path.startsWith("/") ? path : base.substring(0, base.lastIndexOf('/') + 1) + path;
  }

  /** RFC 3986 section 5.2.4, for a path that begins with a slash. */
  private static String withoutDotSegments(String path) {
    StringBuilder out = new StringBuilder(path.length());
    int slash = 0;
    while (slash < path.length()) {
      int next = path.indexOf('/', slash + 1);
      int end = next < 0 ? path.length() : next;
      String segment = path.substring(slash, end);
      if (segment.equals("/..")) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
      } else if (!segment.equals("/.")) {
        out.append(segment);
      }
      if (next < 0 && (segment.equals("/..") || segment.equals("/."))) {
        out.append('/');
      }
      slash = end;
    }
    return out.isEmpty() ? "/" : out.toString();
  }

  private static String before(char mark, String text) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }
}
