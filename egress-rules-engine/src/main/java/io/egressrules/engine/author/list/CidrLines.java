package io.egressrules.engine.author.list;

import io.egressrules.engine.author.entry.CidrEntry;
import io.egressrules.net.Cidr;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of addresses: one CIDR, address or range {@code first-last}, the dash with or without
 * blanks around it.
 */
final class CidrLines implements LineForm<Cidr> {
  @Override
  public List<Word> entries(List<Word> words) {
    return words.size() < 2 ? words : List.of(new Word(joined(words), words.get(0).start()));
  }

  private static String joined(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  @Override
  public List<Cidr> values(String entry) {
    return CidrEntry.parseListed(entry);
  }
}
