package io.egressrules.examples.corpus.address;

import io.egressrules.examples.corpus.Outcome;
import io.egressrules.net.AddressClass;
import io.egressrules.net.AddressJudgement;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.AddressTier;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * What came of judging every IPv4 address. It may be judged stricter than the registry where the
 * nearest network answers, and nowhere else: reachable is not public there.
 */
final class Swept implements Outcome {
  private static final int MOST_EXAMPLES = 100;

  private final String file;
  private final SortedSet<IpAddress> nearest = new TreeSet<>();
  private final List<String> examples = new ArrayList<>();
  private long addresses;
  private long differences;

  private Swept(String file) {
    this.file = file;
  }

  static Swept of(String file, Registry registry) {
    Swept swept = new Swept(file);
    for (Registry.Interval interval : registry.intervals()) {
      swept.sweep(interval);
    }
    return swept;
  }

  private void sweep(Registry.Interval interval) {
    LongStream.range(interval.first(), interval.end())
        .parallel()
        .filter(bits -> isOpen(bits) != interval.isReachable())
        .forEach(this::differs);
    addresses += interval.end() - interval.first();
  }

  private static boolean isOpen(long bits) {
    return judge(bits).tier() == AddressTier.GLOBAL;
  }

  private static AddressJudgement judge(long bits) {
    return AddressSpace.LATEST.judge(true, 0, bits);
  }

  private synchronized void differs(long bits) {
    IpAddress address = IpAddress.ofIpv4((int) bits);
    if (judge(bits).outer() == AddressClass.NEAREST_ANYCAST) {
      nearest.add(address);
      return;
    }
    differences++;
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(address + " is judged " + judge(bits));
    }
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public boolean holds() {
    return differences == 0;
  }

  @Override
  public List<String> details() {
    return examples;
  }

  @Override
  public String line() {
    return "%s: %d ipv4 addresses, %d differences; stricter by design, as the nearest network answers: %s"
        .formatted(file, addresses, differences, nearest);
  }
}
