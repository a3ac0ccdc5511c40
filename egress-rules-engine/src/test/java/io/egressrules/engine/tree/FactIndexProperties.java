package io.egressrules.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.EgressRequest;
import io.egressrules.net.PortRange;
import io.egressrules.net.Scheme;
import io.egressrules.net.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** One mask must say what every fact says for itself. */
class FactIndexProperties {
  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE");
  private static final List<String> SUBJECTS = List.of("a", "a/b", "a/b/c", "b", "ab");

  @Property
  void aBitIsSetExactlyWhenTheFactHolds(@ForAll Random random) {
    List<Fact> facts =
        random
            .ints(random.nextInt(1, FactIndex.BITS))
            .mapToObj(seed -> fact(new Random(seed)))
            .distinct()
            .sorted(Comparator.comparing(Fact::miss))
            .toList();
    FactIndex index = FactIndex.of(facts);
    EgressRequest request = request(random);
    Target target = Objects.requireNonNull(request.target());
    long row = index.of(request, target, -1L);
    for (int bit = 0; bit < facts.size(); bit++) {
      assertThat((row >>> bit & 1) == 1)
          .as("%s for %s", facts.get(bit), request)
          .isEqualTo(facts.get(bit).holds(request, target));
    }
    assertThat(row & (FactIndex.SPECIAL_ADDRESS | FactIndex.ALL_ENFORCED)).isZero();
  }

  @Property
  void aConjunctionMissesTheFirstFactThatDoesNotHoldWhereverItIsKept(@ForAll Random random) {
    List<Fact> asked = some(random, 1 + random.nextInt(4));
    List<Fact> withBit = new ArrayList<>(some(random, 20));
    asked.stream().filter(fact -> random.nextBoolean()).forEach(withBit::add);
    FactBits bits =
        FactBits.ofFacts(
            withBit.stream().distinct().sorted(Comparator.comparing(Fact::miss)).toList());
    EgressRequest request = request(random);
    Target target = Objects.requireNonNull(request.target());
    Miss expected =
        asked.stream()
            .filter(fact -> !fact.holds(request, target))
            .map(Fact::miss)
            .min(Comparator.naturalOrder())
            .orElse(Miss.NONE);
    Miss found =
        bits.conjunction(asked).build().miss(bits.index().of(request, target, -1L), request, null);
    assertThat(found).isEqualTo(expected);
  }

  private static List<Fact> some(Random random, int count) {
    return random.ints(count).mapToObj(seed -> fact(new Random(seed))).distinct().toList();
  }

  private static Fact fact(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> Fact.SchemeIn.ENCRYPTED;
      case 1 -> Fact.SchemeIn.of(EnumSet.of(Scheme.HTTP, pick(random, List.of(Scheme.values()))));
      case 2 -> Fact.PortIn.of(List.of(range(random), range(random)));
      case 3 -> new Fact.MethodIn(Set.of(pick(random, METHODS)));
      case 4 ->
          Fact.SubjectIn.of(
              List.of(
                  pick(random, SUBJECTS),
                  pick(random, SUBJECTS) + (random.nextBoolean() ? "*" : "")));
      case 5 -> new Fact.LabelIn(pick(random, SUBJECTS), Set.of(pick(random, METHODS)));
      default -> Fact.HostIsName.INSTANCE;
    };
  }

  private static PortRange range(Random random) {
    int from = random.nextInt(20) == 0 ? 65_535 : 1 + random.nextInt(9);
    return PortRange.of(
        from, random.nextInt(3) == 0 ? 65_535 : Math.min(65_535, from + random.nextInt(3)));
  }

  private static EgressRequest request(Random random) {
    String host = random.nextInt(4) == 0 ? "192.0.2.1" : "a.example";
    int port = random.nextInt(8) == 0 ? 65_535 : 1 + random.nextInt(11);
    EgressRequest.Builder request =
        EgressRequest.toUrl(
            pick(random, List.of(Scheme.values())).text() + "://" + host + ":" + port);
    if (random.nextInt(4) > 0) {
      request.method(pick(random, METHODS));
    }
    if (random.nextInt(4) > 0) {
      request.subject(pick(random, SUBJECTS) + (random.nextInt(4) == 0 ? "/x" : ""));
    }
    if (random.nextInt(4) > 0) {
      request.labels(Map.of(pick(random, SUBJECTS), pick(random, METHODS)));
    }
    return request.build();
  }

  private static <E> E pick(Random random, List<E> values) {
    return values.get(random.nextInt(values.size()));
  }
}
