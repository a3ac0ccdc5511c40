package io.egressrules.engine.author;

import io.egressrules.engine.author.list.ListFile;
import io.egressrules.engine.author.list.ListTree;
import io.egressrules.engine.author.text.Fingerprint;
import io.egressrules.engine.author.text.Source;
import io.egressrules.engine.author.text.TextFile;
import io.egressrules.policy.PolicyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that a policy was read from, and whether they have changed since. */
final class Sources {
  private Sources() {}

  /** The fingerprints of a policy file and of the list files that it names. */
  static List<String> of(Source policy, List<String> lists) {
    List<String> all = new ArrayList<>();
    MessageDigest digest = Fingerprint.digest();
    digest.update(policy.text().getBytes(StandardCharsets.UTF_8));
    all.add(Fingerprint.of(policy.name(), digest));
    all.addAll(lists);
    return all;
  }

  /**
   * The first file that is not as it was, or null. While the policy file is as it was, it names the
   * same list files.
   */
  static @Nullable String change(List<String> before, Path policy, ListTree tree) {
    String name = policy.toString();
    try {
      Source text = TextFile.read(policy, name);
      if (before.isEmpty() || !of(text, List.of()).get(0).equals(before.get(0))) {
        return name;
      }
    } catch (PolicyException unreadable) {
      return name;
    }
    return before.stream()
        .skip(1)
        .filter(list -> !isAsItWas(list, tree))
        .map(Fingerprint::name)
        .findFirst()
        .orElse(null);
  }

  private static boolean isAsItWas(String list, ListTree tree) {
    try {
      String name = Fingerprint.name(list);
      return ListFile.fingerprint(name, tree.locate(name)).equals(list);
    } catch (IllegalArgumentException | IOException gone) {
      return false;
    }
  }
}
