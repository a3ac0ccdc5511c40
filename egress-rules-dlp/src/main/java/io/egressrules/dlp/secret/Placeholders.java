package io.egressrules.dlp.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that stand where a secret will stand: templates, examples, code that will fetch one. */
final class Placeholders {
  /** Fewer different characters than this are a row of stars or of the same digit. */
  private static final int LEAST_DIFFERENT = 5;

  /** Words that say of a value that it is none. */
  private static final List<String> CONFESSIONS =
      List.of(
          "example",
          "sample",
          "changeme",
          "change-me",
          "change_me",
          "placeholder",
          "dummy",
          "fake",
          "redacted",
          "masked",
          "hidden",
          "your_",
          "your-",
          "yourp",
          "yours",
          "xxxx",
          "***",
          "...",
          "insert",
          "todo",
          "replace",
          "secret",
          "passw",
          "passphrase",
          "token",
          "apikey",
          "api_key",
          "api-key",
          "undefined",
          "default",
          "username",
          "foobar",
          "abcdefg",
          "optional",
          "string",
          "none",
          "null");

  /** What the value of a password is called when it is not told, and one that everybody knows. */
  private static final Set<String> NAMES =
      Set.of(
          "password",
          "passwd",
          "passwort",
          "pass",
          "pwd",
          "pw",
          "secret",
          "token",
          "user",
          "key",
          "postgres");

  private static final Pattern TEMPLATE =
      Pattern.compile(
          "\\$\\{[\\w .:/?-]*\\}" // ${NAME:-none}
              + "|\\$\\([^)]*\\)?" // $(command)
              + "|^\\$(?:[A-Za-z_][\\w.:]*$|\\$)" // $NAME, $$
              + "|\\{\\{\\s?[\\w .$()|:'-]*\\}\\}" // {{ name }}
              + "|[#%]\\{[\\w.]+\\}" // #{name}, %{name}
              + "|^\\{[\\w.]*\\}$" // {name}
              + "|^\\[[\\w .-]*\\]$" // [name]
              + "|^<[^<>]*>?$|<%|%>" // <name>, <%= name %>
              + "|^%[\\w.-]+%?$" // %NAME%, %s
              + "|^@[\\w.]+@$"); // @name@

  private static final Pattern CODE =
      Pattern.compile(
          "^[A-Za-z_$][\\w$]*(?:(?:\\.|::|->)[A-Za-z_$][\\w$]*)+$" // a.b.c
              + "|^[A-Za-z_$][\\w$.]*[(\\[]" // call( or index[
              + "|^[A-Za-z][\\w+.-]{0,15}://" // an address, with a password or without
              + "|^(?:file|jar|classpath|arn|urn|vault|op):" // where it is to be fetched
              + "|^[\\w.+-]+@[\\w-]+\\.[\\w.]+$" // a mail address
              + "|^(?:0x)?[0-9.,:/_-]+[a-z]{0,3}$|^0x[0-9A-Fa-f]{1,16}$"); // a number, a date, a

  // version

  private Placeholders() {}

  /** Whether a value is a template, a name for itself, or says that it is no secret. */
  static boolean isPlaceholder(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return isTemplate(value) || CONFESSIONS.stream().anyMatch(lower::contains);
  }

  /** Whether a value is a template, a name for itself, or a row of the same few characters. */
  static boolean isTemplate(String value) {
    return TEMPLATE.matcher(value).find()
        || NAMES.contains(value.toLowerCase(Locale.ROOT))
        || value.chars().distinct().count() < Math.min(LEAST_DIFFERENT, value.length());
  }

  /** Whether a value is an expression of a program, an address or a number. */
  static boolean isCode(String value) {
    return CODE.matcher(value).find();
  }
}
