package io.egressrules.engine.compile;

import io.egressrules.policy.Condition;
import io.egressrules.policy.Entries;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.ReportOnly;
import io.egressrules.policy.Rule;
import io.egressrules.policy.RuleRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a policy's content: SHA-256 (FIPS 180-4) of what is written, whatever its order,
 * its repetitions and its places.
 *
 * <p>Every text is preceded by its length and every list by its size, so no two contents read
 * alike.
 */
final class ContentHash {
  private static final String PREFIX = "sha256:";

  private static final int BUFFER = 1 << 12;

  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  private ContentHash() {}

  /** {@code sha256:} and 64 hexadecimal digits. */
  static String of(Policy policy) {
    ContentHash hash = new ContentHash();
    hash.text(policy.name());
    hash.groups(policy.hostGroups().values());
    hash.groups(policy.cidrGroups().values());
    List<Rule> rules = policy.rules().stream().sorted(Comparator.comparing(Rule::id)).toList();
    hash.size(rules.size());
    rules.forEach(hash::rule);
    hash.set(policy.reportOnly().stream().map(ContentHash::reportOnly).toList());
    hash.set(policy.target().admit());
    hash.set(policy.target().refuse());
    hash.text(policy.addresses().mixedAnswers().name());
    hash.set(policy.addresses().nat64Prefixes());
    hash.text(String.valueOf(policy.addresses().nat64JudgedInside()));
    return PREFIX + hash.digits();
  }

  private static String ofCondition(Condition condition) {
    ContentHash hash = new ContentHash();
    hash.condition(condition);
    return hash.digits();
  }

  private String digits() {
    hashWaiting();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void groups(Collection<? extends Group<?>> groups) {
    size(groups.size());
    groups.stream().sorted(Comparator.comparing(Group::name)).forEach(this::group);
  }

  private void group(Group<?> group) {
    text(group.name());
    set(group.values());
  }

  private void rule(Rule rule) {
    RuleRef ref = rule.ref();
    text(rule.id());
    text(rule.effect().name());
    text(rule.mode().name());
    condition(rule.condition());
    set(rule.except().stream().map(ContentHash::ofCondition).toList());
    text(String.valueOf(rule.require().isTls()));
    set(rule.require().profiles());
    set(rule.grant());
    optional(rule.until());
    optional(rule.reportUntil());
    optional(ref.owner());
    optional(ref.reason());
    optional(ref.ticket());
  }

  private void condition(Condition condition) {
    set(condition.subjects());
    size(condition.labels().size());
    for (Map.Entry<String, List<String>> label : condition.labels().entrySet()) {
      text(label.getKey());
      set(label.getValue());
    }
    entries(condition.hosts());
    optional(condition.anyHost());
    entries(condition.cidrs());
    set(condition.schemes());
    set(condition.ports());
    set(condition.methods());
    set(condition.paths());
  }

  private void entries(Entries<?> entries) {
    set(entries.values());
    set(entries.groups());
  }

  private static String reportOnly(ReportOnly entry) {
    return entry.subjects().stream().sorted().distinct().toList()
        + " "
        + entry.until()
        + " "
        + Objects.requireNonNullElse(entry.reason(), "");
  }

  private void set(Collection<?> values) {
    List<String> texts = TextSet.of(values);
    size(texts.size());
    texts.forEach(this::text);
  }

  private void optional(@Nullable Object value) {
    size(value == null ? 0 : 1);
    text(value == null ? "" : value.toString());
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    size(bytes.length);
    makeRoom(bytes.length);
    if (bytes.length <= buffer.remaining()) {
      buffer.put(bytes);
    } else {
      digest.update(bytes);
    }
  }

  private void size(int size) {
    makeRoom(Integer.BYTES);
    buffer.putInt(size);
  }

  /** Hashes what waits when there is no room for more; a digest is slow with single texts. */
  private void makeRoom(int bytes) {
    if (buffer.remaining() < bytes) {
      hashWaiting();
    }
  }

  private void hashWaiting() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JRE has SHA-256", impossible);
    }
  }
}
