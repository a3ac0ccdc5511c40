package io.egressrules.examples.benchmarks.peer;

import io.egressrules.net.Cidr;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * IPv4 prefixes laid flat: where another prefix becomes the longest, and which. What the sorted
 * structures are made of.
 */
final class Segments {
  private static final long END = 1L << 32;

  /** A prefix that is open, and the first address behind it. */
  private record Open(int number, long end) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private final int[] starts;
  private final int[] numbers;
  private int used = 1;

  private Segments(int prefixes) {
    starts = new int[2 * prefixes + 1];
    numbers = new int[starts.length];
    open.push(new Open(0, END));
  }

  /** Lays prefixes flat; the number of a prefix is its place in the list, from 1. */
  static Segments of(List<Cidr> prefixes) {
    Segments segments = new Segments(prefixes.size());
    IntStream.range(0, prefixes.size())
        .boxed()
        .sorted(Comparator.comparing(prefixes::get))
        .forEach(index -> segments.enter(prefixes.get(index), index + 1));
    segments.close(END - 1);
    return segments;
  }

  private void enter(Cidr prefix, int number) {
    long start = prefix.base().low();
    close(start);
    begin(start, number);
    open.push(new Open(number, start + (END >>> prefix.prefixLength())));
  }

  /** Ends the prefixes that do not reach an address. */
  private void close(long address) {
    while (open.element().end() <= address) {
      long end = open.pop().end();
      begin(end, open.element().number());
    }
  }

  private void begin(long start, int number) {
    int at = starts[used - 1] == (int) start ? used - 1 : used;
    starts[at] = (int) start;
    numbers[at] = number;
    used = at + 1;
  }

  /** The first addresses of the segments, ascending from 0. */
  int[] starts() {
    return Arrays.copyOf(starts, used);
  }

  /** The numbers of the longest prefixes of the segments, or 0. */
  int[] numbers() {
    return Arrays.copyOf(numbers, used);
  }
}
