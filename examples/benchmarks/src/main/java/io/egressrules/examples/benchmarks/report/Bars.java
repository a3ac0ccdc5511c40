package io.egressrules.examples.benchmarks.report;

import io.egressrules.examples.benchmarks.report.Bar.Measure;
import io.egressrules.examples.benchmarks.workload.Draw;
import io.egressrules.examples.benchmarks.workload.HostileSize;
import io.egressrules.examples.benchmarks.workload.WorstCase;
import java.util.ArrayList;
import java.util.List;

/** What must hold, one line each. */
public final class Bars {
  private static final int TEN = 10;
  private static final int THOUSAND = 1_000;
  private static final int HUNDRED_THOUSAND = 100_000;
  private static final int MILLION = 1_000_000;

  private final List<Bar> bars = new ArrayList<>();

  private Bars() {}

  /**
   * All bars, in the order of the report.
   *
   * @return a new list
   */
  public static List<Bar> all() {
    Bars all = new Bars();
    all.decisions();
    all.engines();
    all.large();
    all.ipv4();
    all.ipv6();
    all.names();
    all.building();
    all.texts();
    all.threads();
    all.worstCases();
    all.hostileSizes();
    all.lists();
    all.floors();
    return all.bars;
  }

  private void decisions() {
    String ten = decision("ours", TEN, Draw.UNIFORM);
    String thousand = decision("ours", THOUSAND, Draw.UNIFORM);
    alone("full decision", "10 rules, warm", ten, Measure.AT_MOST, 100);
    alone("full decision", "10 rules, warm", ten, Measure.ALLOCATES_AT_MOST, 0);
    alone("full decision", "1k rules, warm", thousand, Measure.AT_MOST, 150);
    alone("full decision", "1k rules, warm", thousand, Measure.ALLOCATES_AT_MOST, 0);
    for (int entries : new int[] {TEN, THOUSAND, HUNDRED_THOUSAND}) {
      for (Draw draw : new Draw[] {Draw.UNIFORM, Draw.MISS}) {
        faster(
            "full decision",
            size(entries) + " rules, " + text(draw) + " / hash map by hand",
            decision("ours", entries, draw),
            decision("handHashMap", entries, draw),
            1);
      }
    }
    String connect = thousand.replace("phase=REQUEST", "phase=CONNECT");
    shown("full decision", "1k rules, with an address / without", connect, thousand);
  }

  private void engines() {
    engine("SPEL", "SpEL", THOUSAND);
    engine("CEL", "CEL", THOUSAND);
    engine("JCASBIN", "jCasbin", THOUSAND);
    engine("CEDAR", "Cedar, cached", 10_000);
    engine("OPA", "OPA's floor: WASM, one exact look-up", 20);
    String ours = decision("ours", THOUSAND, Draw.UNIFORM);
    String cached = engine("JCASBIN_CACHED", THOUSAND);
    shown("full decision", "1k rules / jCasbin, the same 1,024 answers remembered", ours, cached);
  }

  private void engine(String kind, String text, double limit) {
    String ours = decision("ours", THOUSAND, Draw.UNIFORM);
    faster("full decision", "1k rules / " + text, ours, engine(kind, THOUSAND), limit);
    ours = decision("ours", TEN, Draw.UNIFORM);
    shown("full decision", "10 rules / " + text, ours, engine(kind, TEN));
  }

  private void large() {
    String ten = decision("ours", TEN, Draw.UNIFORM);
    large(Draw.UNIFORM, ten, 5, 1.4);
    large(Draw.ZIPF, ten, 3, 1.7);
    String what = "full decision, 1M entries";
    String hot = decision("ours", MILLION, Draw.HOT);
    String thousand = decision("ours", THOUSAND, Draw.UNIFORM);
    add(what, "512 hot destinations / 1k rules", hot, thousand, Measure.WITHIN, 1.6);
    String prepared = decision("prepared", MILLION, Draw.HOT);
    alone(what, "512 hot destinations, prepared", prepared, Measure.AT_MOST, 60);
    alone(what, "512 hot destinations, prepared", prepared, Measure.ALLOCATES_AT_MOST, 0);
    shown(what, "512 hot / hash map by hand", hot, decision("handHashMap", MILLION, Draw.HOT));
    String miss = decision("ours", MILLION, Draw.MISS);
    shown(what, "miss / hash map by hand", miss, decision("handHashMap", MILLION, Draw.MISS));
  }

  private void large(Draw draw, String ten, double within, double faster) {
    String what = "full decision, 1M entries";
    String ours = decision("ours", MILLION, draw);
    add(what, text(draw) + ", cold / 10 rules", ours, ten, Measure.WITHIN, within);
    String hand = decision("handHashMap", MILLION, draw);
    faster(what, text(draw) + ", cold / hash map by hand", ours, hand, faster);
  }

  private void ipv4() {
    for (int entries : new int[] {THOUSAND, MILLION}) {
      boolean cold = entries == MILLION;
      String ours = address(4, "ours", entries);
      String what = "IPv4 look-up, " + size(entries);
      faster(what, "IPAddress trie", ours, address(4, "ipAddressTrie", entries), cold ? 15 : 25);
      String binary = address(4, "binarySearch", entries);
      faster(what, "Arrays.binarySearch", ours, binary, cold ? 1.4 : 3.5);
      alone(what, "", ours, Measure.ALLOCATES_AT_MOST, 0);
      shown(what, "TreeMap", ours, address(4, "treeMap", entries));
      shown(what, "Guava RangeMap", ours, address(4, "rangeMap", entries));
    }
    String ours = address(4, "ours", THOUSAND);
    String spring = address(4, "springMatchers", THOUSAND);
    shown("IPv4 look-up, 1k", "Spring Security, list of IpAddressMatcher", ours, spring);
    for (Draw draw : new Draw[] {Draw.ZIPF, Draw.MISS}) {
      String mine = address(4, "ours", MILLION).replace("UNIFORM", draw.name());
      String binary = address(4, "binarySearch", MILLION).replace("UNIFORM", draw.name());
      shown("IPv4 look-up, 1M", text(draw) + " / Arrays.binarySearch", mine, binary);
    }
    footprint("IPV4", "IPv4 prefixes, 1M", 20, "IPV4_TRIE", "IPAddress trie");
    shown("IPv4 prefixes, 1M", "footprint / sorted array", kept("IPV4"), kept("IPV4_BINARY"));
  }

  private void ipv6() {
    for (int entries : new int[] {THOUSAND, MILLION}) {
      String ours = address(6, "ours", entries);
      String what = "IPv6 look-up, " + size(entries);
      faster(what, "IPAddress trie", ours, address(6, "ipAddressTrie", entries), 15);
      alone(what, "", ours, Measure.ALLOCATES_AT_MOST, 0);
    }
    footprint("IPV6", "IPv6 prefixes, 1M", 50, "IPV6_TRIE", "IPAddress trie");
  }

  private void names() {
    for (int entries : new int[] {THOUSAND, MILLION}) {
      boolean cold = entries == MILLION;
      String ours = name("ours", entries, Draw.UNIFORM);
      String what = "name look-up, " + size(entries);
      String strip = name("hashMapStrip", entries, Draw.UNIFORM);
      faster(what, "hash map, labels stripped", ours, strip, cold ? 1.8 : 1);
      faster(what, "Guava", ours, name("guava", entries, Draw.UNIFORM), cold ? 3 : 7);
      alone(what, "", ours, Measure.ALLOCATES_AT_MOST, 0);
      shown(
          what,
          "read from text first / hash map",
          name("oursFromText", entries, Draw.UNIFORM),
          strip);
      for (Draw draw : new Draw[] {Draw.ZIPF, Draw.MISS}) {
        String other = name("hashMapStrip", entries, draw);
        shown(what, text(draw) + " / hash map", name("ours", entries, draw), other);
      }
    }
    String regex = name("regex", THOUSAND, Draw.UNIFORM);
    shown("name look-up, 1k", "java.util.regex", name("ours", THOUSAND, Draw.UNIFORM), regex);
    footprint("NAMES", "names, 1M", 50, "NAMES_HASH_MAP", "hash map");
  }

  private void footprint(String ours, String what, double limit, String peer, String text) {
    alone(what, "footprint, as reported", "Probe.reported " + ours, Measure.AT_MOST, limit);
    alone(what, "footprint, heap retained", kept(ours), Measure.AT_MOST, limit);
    shown(what, "footprint / " + text, kept(ours), kept(peer));
    shown(what, "build, thread / " + text, "Probe.thread " + ours, "Probe.thread " + peer);
  }

  private void building() {
    String what = "compile 1M mixed entries";
    alone(what, "processor time, thread", "Probe.thread POLICY", Measure.AT_MOST, 3);
    String saved = "open 1M mixed entries from the saved form";
    alone(saved, "processor time, thread, warm", "Probe.thread SAVED_AGAIN", Measure.AT_MOST, 0.3);
    alone(saved, "processor time, thread, cold", "Probe.thread SAVED", Measure.AT_MOST, 0.3);
    alone(what, "processor time, process", "Probe.process POLICY", Measure.NONE, 0);
    alone(what, "heap retained by entry", kept("POLICY"), Measure.AT_MOST, 70);
    alone(what, "most heap, the policy's text model included", "Probe.peak", Measure.AT_MOST, 600);
  }

  private void texts() {
    String ours = "GateSuite.ours entries=1000";
    String what = "text of a URL to a decision, 1k rules";
    alone(what, "", ours, Measure.AT_MOST, 250);
    alone(what, "", ours, Measure.ALLOCATES_AT_MOST, 0);
    String peer = "GateSuite.uriAndHandHashMap entries=1000";
    faster(what, "URI.create and the hash map by hand", ours, peer, 4);
    shown(
        what,
        "gate / URI.create",
        "GateSuite.gateOnly entries=1000",
        "GateSuite.uriOnly entries=1000");
  }

  private void threads() {
    String one = "ReloadSuite.decide";
    String what = "2 threads, 10 rules reloaded every 10 ms";
    add(what, "one thread, wall time", one + " threads=2", one, Measure.SCALES, 1.7);
  }

  private void worstCases() {
    String typical = decision("ours", THOUSAND, Draw.UNIFORM);
    String large = decision("ours", MILLION, Draw.UNIFORM);
    worst(WorstCase.CRAFTED_NAMES, "10^6 names crafted to collide / 1M entries", large, 3);
    worst(WorstCase.PATH_RULES, "1,000 path rules on one host / 1k rules", typical, 5);
    worst(WorstCase.DEEP_HOST, "127 labels / 1k rules", typical, 5);
    String crafted = "WorstSuite.%s worst=CRAFTED_NAMES";
    shown(
        "worst case",
        "10^6 names crafted to collide / hash map by hand",
        crafted.formatted("ours"),
        crafted.formatted("handHashMap"));
    for (WorstCase worst : new WorstCase[] {WorstCase.PATH_RULES, WorstCase.DEEP_HOST}) {
      String certificate = "certificate " + worst;
      alone("worst case certified", worst.toString(), certificate, Measure.AT_MOST, 20_000);
    }
  }

  private void worst(WorstCase worst, String text, String typical, double limit) {
    add("worst case", text, "WorstSuite.ours worst=" + worst, typical, Measure.WITHIN, limit);
  }

  private void hostileSizes() {
    for (HostileSize size : HostileSize.values()) {
      String ours = "HostileSuite.stateAndDecide size=" + size;
      alone("hostile size", size.toString(), ours, Measure.ALLOCATES_AT_MOST, 1 << 20);
    }
  }

  private void lists() {
    shown(
        "lists of others: 140k names, 70k CIDRs, 300 rules",
        "with addresses / hash map by hand, without",
        "ListsSuite.ours",
        "ListsSuite.handHashMap");
  }

  private void floors() {
    alone("floor", "no operation", "FloorSuite.noop", Measure.NONE, 0);
    alone("floor", "one dependent read in 64 MiB", "FloorSuite.randomAccess", Measure.NONE, 0);
    String keys = decision("keysOnly", MILLION, Draw.UNIFORM);
    alone("floor", "only reading the requests, 1M cold", keys, Measure.NONE, 0);
    String addresses = address(4, "addressesOnly", THOUSAND);
    alone("floor", "only reading the addresses, IPv4 1k", addresses, Measure.NONE, 0);
  }

  private void faster(String what, String parameters, String ours, String peer, double limit) {
    add(what, parameters, ours, peer, Measure.FASTER_THAN, limit);
  }

  private void shown(String what, String parameters, String ours, String peer) {
    add(what, parameters, ours, peer, Measure.NONE, 0);
  }

  private void alone(String what, String parameters, String ours, Measure measure, double limit) {
    bars.add(new Bar(what, parameters, ours, null, measure, limit));
  }

  private void add(
      String what, String parameters, String ours, String peer, Measure measure, double limit) {
    bars.add(new Bar(what, parameters, ours, peer, measure, limit));
  }

  private static String decision(String decider, int entries, Draw draw) {
    return "DecisionSuite.%s draw=%s entries=%d phase=REQUEST".formatted(decider, draw, entries);
  }

  private static String engine(String kind, int entries) {
    return "EngineSuite.decide entries=%d kind=%s".formatted(entries, kind);
  }

  private static String address(int family, String structure, int entries) {
    return "Ipv%dSuite.%s draw=UNIFORM entries=%d".formatted(family, structure, entries);
  }

  private static String name(String structure, int entries, Draw draw) {
    return "NameSuite.%s draw=%s entries=%d".formatted(structure, draw, entries);
  }

  private static String kept(String structure) {
    return "Probe.kept " + structure;
  }

  private static String size(int entries) {
    return switch (entries) {
      case TEN -> "10";
      case THOUSAND -> "1k";
      case HUNDRED_THOUSAND -> "100k";
      default -> "1M";
    };
  }

  private static String text(Draw draw) {
    return switch (draw) {
      case UNIFORM -> "uniform";
      case ZIPF -> "Zipf";
      case HOT -> "512 hot";
      case MISS -> "miss";
    };
  }
}
