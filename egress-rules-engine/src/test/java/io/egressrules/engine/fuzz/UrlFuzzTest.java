package io.egressrules.engine.fuzz;

import static io.egressrules.engine.fuzz.Hostile.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressrules.UrlCall;
import io.egressrules.net.GateRule;
import io.egressrules.net.Host;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import io.egressrules.net.TargetView;
import io.egressrules.net.UrlGate;
import io.egressrules.net.UrlParts;
import org.jspecify.annotations.Nullable;

/** A URL is refused with its rule, or what is sent is canonical and read alike by every reader. */
class UrlFuzzTest {
  private static final UrlParts PARTS = new UrlParts();
  private static final UrlCall CALL = UrlCall.by("");

  @FuzzTest
  void readAlikeOrRefused(byte[] bytes) {
    Hostile.read(
        bytes,
        text -> {
          readAlike(text);
          readAlike("https://" + text);
        });
  }

  private static void readAlike(String url) {
    boolean admitted = UrlGate.admits(url, PARTS);
    Target target = parsed(url, admitted);
    TargetView view = CALL.to(url).target();
    require((view == null) == (target == null), "the call and the target disagree");
    if (target != null && view != null) {
      require(target.equals(CALL.toRequest().target()), "the call goes elsewhere");
      isCanonical(target);
      HostByUri.agrees(target, url);
      HostByUri.agrees(target, target.url());
    }
  }

  /** What was admitted may still grow beyond the cap by being escaped. */
  private static @Nullable Target parsed(String url, boolean admitted) {
    try {
      Target target = Target.parse(url);
      require(admitted, "parsed, though the gate refuses it");
      return target;
    } catch (MalformedException refused) {
      GateRule rule = admitted ? GateRule.URL_LENGTH : PARTS.refusal();
      require(refused.rule() == rule, "refused by another rule");
      require(refused.offset() >= 0 && refused.offset() <= url.length(), "offset out of range");
      return null;
    }
  }

  private static void isCanonical(Target target) {
    String url = target.url();
    Target again = Target.parse(url);
    require(again.url().equals(url), "what is sent is rewritten");
    require(again.host().equals(target.host()), "what is sent goes to another host");
    require(again.port() == target.port(), "what is sent goes to another port");
    require(url.length() <= UrlGate.MAX_LENGTH, "longer than the cap");
    require(url.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\'), "a character not sent");
    require(Host.parse(target.host().toString()).equals(target.host()), "a host not canonical");
    require(url.startsWith(target.toString()), "the url does not start with its origin");
    String closed = target.path() + "/";
    require(closed.startsWith("/"), "a path without a slash");
    require(!closed.contains("/./") && !closed.contains("/../"), "a dot segment is sent");
  }
}
