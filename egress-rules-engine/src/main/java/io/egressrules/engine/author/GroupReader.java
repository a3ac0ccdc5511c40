package io.egressrules.engine.author;

import io.egressrules.engine.author.entry.CidrEntry;
import io.egressrules.engine.author.entry.HostEntry;
import io.egressrules.engine.author.list.ListFile;
import io.egressrules.engine.author.list.ListTree;
import io.egressrules.engine.author.text.Code;
import io.egressrules.engine.author.text.Fields;
import io.egressrules.engine.author.text.Node;
import io.egressrules.engine.author.text.Node.Entry;
import io.egressrules.engine.author.text.Node.Mapping;
import io.egressrules.engine.author.text.Node.Scalar;
import io.egressrules.engine.author.text.Problems;
import io.egressrules.engine.author.text.TextFile;
import io.egressrules.engine.author.text.Values;
import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Group;
import io.egressrules.policy.Policy;
import io.egressrules.policy.Problem;
import io.egressrules.policy.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Reads the groups of a policy, in place or from list files. */
final class GroupReader {
  private final ListTree tree;
  private final LongConsumer told;
  private final Problems problems;
  private final List<Problem> listProblems = new ArrayList<>();
  private final List<String> lists = new ArrayList<>();

  GroupReader(ListTree tree, LongConsumer told, Problems problems) {
    this.tree = tree;
    this.told = told;
    this.problems = problems;
  }

  /** Reads all groups into a policy. */
  void read(Node node, Policy.Builder policy) {
    Fields.of(node, "`groups`", List.of("hosts", "cidrs"), problems)
        .ifPresent(
            fields -> {
              fields.value("hosts").ifPresent(groups -> each(groups, hosts(policy::hostGroup)));
              fields.value("cidrs").ifPresent(groups -> each(groups, cidrs(policy::cidrGroup)));
            });
  }

  /** What is wrong in list files, file by file. */
  List<Problem> listProblems() {
    return listProblems;
  }

  /** The fingerprints of the list files that were read, in the order of the text. */
  List<String> lists() {
    return lists;
  }

  /** One of the two kinds of group: how its entries read, and where it goes. */
  private record Kind<E>(
      Code malformed,
      Function<String, List<E>> entry,
      Function<String, ListFile<E>> file,
      Consumer<Group<E>> add) {}

  private static Kind<DomainPattern> hosts(Consumer<Group<DomainPattern>> add) {
    return new Kind<>(Code.MALFORMED_HOST, GroupReader::host, ListFile::ofHosts, add);
  }

  private static List<DomainPattern> host(String text) {
    requireNoGroup(text);
    return List.of(HostEntry.parse(text));
  }

  private static Kind<Cidr> cidrs(Consumer<Group<Cidr>> add) {
    return new Kind<>(Code.MALFORMED_CIDR, GroupReader::cidr, ListFile::ofCidrs, add);
  }

  private static List<Cidr> cidr(String text) {
    requireNoGroup(text);
    return CidrEntry.parse(text);
  }

  private static void requireNoGroup(String text) {
    if (text.startsWith("$")) {
      throw new IllegalArgumentException(
          "a group holds entries, not groups; name both groups in the rule");
    }
  }

  private <E> void each(Node node, Kind<E> kind) {
    Fields.mapping(node, "groups such as `{partners: [api.example.com]}`", problems)
        .ifPresent(groups -> groups.entries().forEach(entry -> group(entry, kind)));
  }

  private <E> void group(Entry entry, Kind<E> kind) {
    Values.read(
            entry.key(),
            Code.MALFORMED_NAME,
            name -> Group.of(name, List.of(), entry.key().location()),
            problems)
        .flatMap(
            named -> entry.value() instanceof Mapping ? listed(entry, kind) : written(entry, kind))
        .ifPresent(kind.add());
  }

  private <E> Optional<Group<E>> written(Entry entry, Kind<E> kind) {
    List<E> values = new ArrayList<>();
    for (Node item : Fields.items(entry.value())) {
      if (item instanceof Scalar text && !text.isNothing()) {
        Values.entry(text, kind.malformed(), kind.entry(), problems).ifPresent(values::addAll);
      } else if (!(item instanceof Node.Broken)) {
        String advice =
            "expected entries or `{file: …}`, found "
                + item.description()
                + "; a group of nothing is `[]`";
        Code code = item instanceof Scalar ? Code.EMPTY_VALUE : Code.WRONG_TYPE;
        problems.add(code, item.location(), advice);
      }
    }
    return Optional.of(Group.of(entry.key().text(), values, entry.key().location()));
  }

  private <E> Optional<Group<E>> listed(Entry entry, Kind<E> kind) {
    return Fields.of(entry.value(), "a group", List.of("file"), problems)
        .flatMap(fields -> fields.requiredText("file", "lists/partners.txt"))
        .map(
            file ->
                Group.ofFile(
                    entry.key().text(), values(file, kind), file.text(), entry.key().location()));
  }

  private <E> List<E> values(Scalar file, Kind<E> kind) {
    try {
      Path path = tree.locate(file.text());
      ListFile<E> list = kind.file().apply(beside(file.location(), file.text()));
      listProblems.addAll(list.read(path, told).list());
      lists.add(list.fingerprint(file.text()));
      return list.values();
    } catch (IllegalArgumentException outside) {
      problems.add(
          Code.FILE_OUTSIDE,
          file.location(),
          Values.message(file.text(), String.valueOf(outside.getMessage())));
    } catch (IOException failed) {
      problems.add(
          Code.UNREADABLE_FILE,
          file.location(),
          Values.message(file.text(), TextFile.reason(failed)));
    }
    return List.of();
  }

  /** The list file as the reader of the policy names it, so that a problem leads to it. */
  private static String beside(SourceLocation policy, String file) {
    String name = policy.file();
    return name.substring(0, Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1) + file;
  }
}
