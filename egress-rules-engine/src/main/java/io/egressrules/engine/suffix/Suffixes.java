package io.egressrules.engine.suffix;

import com.google.common.net.InternetDomainName;
import io.egressrules.net.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * Names below which others register theirs: the public suffix list (publicsuffix.org, "Format"), in
 * the edition that Guava carries.
 *
 * <p>A label with an underscore is no host name, so nobody registers one and no suffix holds one.
 */
public enum Suffixes {
  /**
   * Those of registries, the list's section "ICANN": {@code com}, {@code co.uk}. Names below two of
   * them have different owners.
   */
  REGISTRY,

  /**
   * Those of registries and the list's section "PRIVATE", under which a company hands names to its
   * customers: {@code github.io} as well. Names below two of them are served to different people,
   * often by one company.
   */
  PUBLIC;

  /**
   * Stands for any label. Labels with two hyphens here are reserved (RFC 5890 section 2.3.1), so
   * the list cannot name this one.
   */
  private static final String ANY = "zz--any.";

  /**
   * Whether the list has a name as a suffix.
   *
   * @param name a name
   * @return false also for top-level names that the list does not know, as {@code internal}
   */
  public boolean contains(DomainName name) {
    return !name.hasUnderscore() && labelsOfSuffix(name.value()) == name.labelCount();
  }

  /**
   * Whether every name directly below is a suffix unless the list excepts it, as below {@code ck}
   * by its entry {@code *.ck}.
   *
   * @param name a name; need not be a suffix itself
   * @return true if the list has a star over it
   */
  public boolean containsAllBelow(DomainName name) {
    return !name.hasUnderscore() && labelsOfSuffix(ANY + name) == name.labelCount() + 1;
  }

  /**
   * Whether what others register lies below a name: directly, or below the names below it.
   *
   * @param name a name
   * @return true if the list has the name as a suffix or a star over it; in half the time of asking
   *     for both
   */
  public boolean liesBelow(DomainName name) {
    return !name.hasUnderscore() && labelsOfSuffix(ANY + name) >= name.labelCount();
  }

  /**
   * The name that somebody registered, within which a name lies: its suffix and one label more.
   *
   * <p>A top-level name that the list does not know counts as a suffix, as the list's own algorithm
   * has it: {@code a.b.internal} lies within {@code b.internal}.
   *
   * @param name a name
   * @return the name itself or one above it, or null if the name is a suffix
   */
  public @Nullable DomainName registrableDomain(DomainName name) {
    String text = name.value();
    int labels = 1 + Math.max(1, labelsOfSuffix(behindUnderscores(text)));
    return labels > name.labelCount() ? null : DomainName.parse(last(labels, text));
  }

  /** The labels behind the last that holds an underscore; all of them if the last of all does. */
  private static String behindUnderscores(String text) {
    int underscore = text.lastIndexOf('_');
    return underscore < 0 ? text : text.substring(text.indexOf('.', underscore) + 1);
  }

  /** How many labels the listed suffix of a name has; 0 if none is listed. */
  private int labelsOfSuffix(String name) {
    try {
      InternetDomainName domain = InternetDomainName.from(name);
      InternetDomainName suffix =
          equals(REGISTRY) ? domain.registrySuffix() : domain.publicSuffix();
      return suffix == null ? 0 : suffix.parts().size();
    } catch (IllegalArgumentException noHostName) {
      return 0;
    }
  }

  private static String last(int labels, String text) {
    int start = text.length();
    for (int i = 0; i < labels; i++) {
      start = text.lastIndexOf('.', start - 1);
    }
    return text.substring(start + 1);
  }
}
