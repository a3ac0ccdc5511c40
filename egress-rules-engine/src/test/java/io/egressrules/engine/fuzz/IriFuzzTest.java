package io.egressrules.engine.fuzz;

import static io.egressrules.engine.fuzz.Hostile.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressrules.engine.Iri;
import io.egressrules.net.DomainName;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import io.egressrules.net.UrlGate;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A host in Unicode is refused, or is the same host read back. */
class IriFuzzTest {

  @FuzzTest
  void convertedOrRefused(byte[] bytes) {
    Hostile.read(
        bytes,
        text -> {
          converted(text);
          String ascii = converted("https://" + text);
          if (ascii != null) {
            namesWhatIsWritten("https://" + text, ascii);
          }
        });
  }

  private static @Nullable String converted(String text) {
    try {
      String ascii = Iri.toAscii(text);
      require(ascii.chars().allMatch(c -> c < 0x80), "not ascii");
      require(Iri.toAscii(ascii).equals(ascii), "converted twice");
      return ascii;
    } catch (MalformedException refused) {
      int most = Math.max(text.length(), UrlGate.MAX_LENGTH);
      require(refused.offset() >= 0 && refused.offset() <= most, "offset out of range");
      return null;
    }
  }

  private static void namesWhatIsWritten(String text, String ascii) {
    Target target;
    try {
      target = Target.parse(ascii);
    } catch (MalformedException refused) {
      return;
    }
    boolean converted = !text.equals(ascii) && target.host() instanceof DomainName;
    if (converted && hasUnicodeAuthority(text)) {
      String shown = Iri.toUnicode((DomainName) target.host());
      String written = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
      require(written.startsWith("https://" + shown), "another name than is written");
      require(
          Iri.authorityToAscii(shown).equals(target.host().toString()), "another name read back");
    }
  }

  /** Whether something beyond ASCII stands in an authority without user information. */
  private static boolean hasUnicodeAuthority(String text) {
    boolean beyond = false;
    for (int at = "https://".length(); at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '@') {
        return false;
      }
      if (c == '/' || c == '?' || c == '#') {
        return beyond;
      }
      beyond |= c >= 0x80;
    }
    return beyond;
  }
}
