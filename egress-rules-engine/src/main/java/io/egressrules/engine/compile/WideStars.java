package io.egressrules.engine.compile;

import io.egressrules.engine.suffix.Suffixes;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.SourceLocation;

/**
 * Finds patterns that let through all names below a public suffix (publicsuffix.org): below {@code
 * co.uk} anybody can register a name, below {@code github.io} anybody can host one. Below {@code
 * ck} nobody can, but below every name below it.
 */
final class WideStars {
  private WideStars() {}

  /** Looks at a pattern; what may stand in its place ends the advice. */
  static void check(
      DomainPattern pattern, String instead, SourceLocation place, Problems problems) {
    DomainName name = pattern.name();
    if (pattern.kind() == DomainPattern.Kind.EXACT || !Suffixes.PUBLIC.liesBelow(name)) {
      return;
    }
    if (Suffixes.REGISTRY.liesBelow(name)) {
      problems.error(
          "star-over-public-suffix",
          place,
          "`"
              + pattern
              + "` matches every domain registered below "
              + suffixes(Suffixes.REGISTRY, name)
              + "; name the domain, as in `*.example."
              + suffix(Suffixes.REGISTRY, name)
              + "`, or "
              + instead);
    } else {
      problems.warning(
          "star-over-shared-hosting",
          place,
          "`"
              + pattern
              + "` matches every customer of "
              + suffixes(Suffixes.PUBLIC, name)
              + "; name yours, as in `yours."
              + suffix(Suffixes.PUBLIC, name)
              + "`");
    }
  }

  private static String suffixes(Suffixes suffixes, DomainName name) {
    return suffixes.containsAllBelow(name) ? "the names below `" + name + "`" : "`" + name + "`";
  }

  /** The suffix below which one would write a name. */
  private static String suffix(Suffixes suffixes, DomainName name) {
    return suffixes.containsAllBelow(name) ? "region." + name : name.value();
  }
}
