package io.egressrules.examples.corpus.address;

import io.egressrules.examples.corpus.Outcome;
import io.egressrules.net.AddressClass;
import io.egressrules.net.AddressJudgement;
import io.egressrules.net.AddressSpace;
import io.egressrules.net.AddressTier;
import io.egressrules.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/**
 * What came of judging every IPv4 address. It may be judged stricter than the registry where the
 * nearest network answers, and nowhere else: reachable is not public there.
 */
final class Swept implements Outcome {
  private final String file;
  private final LongAdder addresses = new LongAdder();
  private final LongAdder differences = new LongAdder();
  private final List<String> nearest = new ArrayList<>();

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
    addresses.add(interval.end() - interval.first());
  }

  private static boolean isOpen(long bits) {
    return judge(bits).tier() == AddressTier.GLOBAL;
  }

  private static AddressJudgement judge(long bits) {
    return AddressSpace.LATEST.judge(true, 0, bits);
  }

  private synchronized void differs(long bits) {
    if (judge(bits).outer() == AddressClass.NEAREST_ANYCAST) {
      nearest.add(IpAddress.ofIpv4((int) bits).toString());
    } else {
      differences.increment();
    }
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public boolean holds() {
    return differences.sum() == 0;
  }

  @Override
  public List<String> details() {
    return nearest;
  }

  @Override
  public String line() {
    return "%s: %d ipv4 addresses, %d differences; stricter by design, as the nearest network answers: %s"
        .formatted(file, addresses.sum(), differences.sum(), nearest);
  }
}
