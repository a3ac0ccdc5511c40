package io.egressrules.engine.fuzz;

import static io.egressrules.engine.fuzz.Hostile.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressrules.engine.author.entry.HostEntry;
import io.egressrules.net.DomainName;
import io.egressrules.net.DomainPattern;
import io.egressrules.net.MalformedException;
import org.jspecify.annotations.Nullable;

/** A host pattern is refused, or is what it is written as again and matches by labels. */
class HostPatternFuzzTest {

  @FuzzTest
  void readOrRefused(byte[] bytes) {
    Hostile.read(
        bytes,
        text -> {
          DomainPattern pattern = parsed(text);
          if (pattern != null) {
            require(pattern.equals(HostEntry.parse(text)), "read otherwise as an entry");
            isCanonical(pattern);
            matchesByLabels(pattern);
          } else {
            entryIsReadOrRefused(text);
          }
        });
  }

  private static @Nullable DomainPattern parsed(String text) {
    try {
      return DomainPattern.parse(text);
    } catch (MalformedException unadvised) {
      throw new AssertionError("refused without advice", unadvised);
    } catch (IllegalArgumentException refused) {
      return null;
    }
  }

  private static void entryIsReadOrRefused(String text) {
    try {
      isCanonical(HostEntry.parse(text));
    } catch (IllegalArgumentException refused) {
      require(refused.getMessage() != null, "refused without advice");
    }
  }

  private static void isCanonical(DomainPattern pattern) {
    require(DomainPattern.parse(pattern.toString()).equals(pattern), "written as another pattern");
    String name = pattern.name().value();
    require(DomainName.parse(name).value().equals(name), "a name not canonical");
    require(name.length() <= DomainName.MAX_LENGTH, "a name too long");
  }

  private static void matchesByLabels(DomainPattern pattern) {
    String name = pattern.name().value();
    boolean below = pattern.kind() != DomainPattern.Kind.EXACT;
    boolean apex = pattern.kind() != DomainPattern.Kind.BELOW;
    require(pattern.matches(pattern.name()) == apex, "the name itself");
    if (name.length() < DomainName.MAX_LABEL) {
      require(pattern.matches(DomainName.parse("a.b." + name)) == below, "names below");
      require(!pattern.matches(DomainName.parse("a" + name)), "names beside");
      require(!pattern.matches(DomainName.parse(name + "a")), "names elsewhere");
    }
  }
}
