package io.egressrules.engine.author.list;

import io.egressrules.engine.author.entry.HostEntry;
import io.egressrules.net.DomainPattern;
import java.util.List;
import java.util.Set;

/**
 * Lines of host patterns: one pattern, or names behind an address that leads nowhere, as hosts
 * files block them.
 */
final class HostLines implements LineForm<DomainPattern> {
  private static final Set<String> NOWHERE = Set.of("0.0.0.0", "127.0.0.1", "::", "::1");

  /** Names that hosts files give to the machine itself, and that are no entries. */
  private static final Set<String> LOCAL =
      Set.of(
          "0.0.0.0",
          "localhost",
          "localhost.localdomain",
          "local",
          "broadcasthost",
          "ip6-localhost",
          "ip6-loopback",
          "ip6-localnet",
          "ip6-mcastprefix",
          "ip6-allnodes",
          "ip6-allrouters",
          "ip6-allhosts");

  @Override
  public List<Word> entries(List<Word> words) {
    if (words.size() < 2) {
      return words;
    }
    List<Word> names = words.stream().skip(1).filter(word -> !LOCAL.contains(word.text())).toList();
    if (!names.isEmpty() && !NOWHERE.contains(words.get(0).text())) {
      throw new IllegalArgumentException(
          "a line has one pattern, or names behind `0.0.0.0`; write one entry a line");
    }
    return names;
  }

  @Override
  public List<DomainPattern> values(String entry) {
    if (entry.startsWith("||")) {
      String name = entry.substring(2).replaceFirst("\\^.*", "");
      throw new IllegalArgumentException(
          "filter rules of browsers are not read; write `." + name + "`");
    }
    return List.of(HostEntry.parse(entry));
  }
}
