package io.egressrules.engine.client;

import io.egressrules.net.DomainName;
import io.egressrules.net.IpAddress;
import io.egressrules.spi.AddressResolver;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** A resolver that knows the names it was told, and may answer differently each time. */
public final class NameTable implements AddressResolver {
  private final Map<String, Deque<List<IpAddress>>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger lookups = new AtomicInteger();

  /** Adds an answer; the last one is repeated. */
  public NameTable put(String name, String... addresses) {
    answers
        .computeIfAbsent(name, none -> new ConcurrentLinkedDeque<>())
        .add(Arrays.stream(addresses).map(IpAddress::parse).toList());
    return this;
  }

  public int lookups() {
    return lookups.get();
  }

  @Override
  public List<IpAddress> resolve(DomainName name) throws UnknownHostException {
    lookups.incrementAndGet();
    Deque<List<IpAddress>> left = answers.get(name.value());
    if (left == null) {
      throw new UnknownHostException("not in the table");
    }
    return left.size() > 1 ? left.removeFirst() : left.getFirst();
  }
}
