package io.egressrules.engine.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Draws from a seed.
 *
 * @param random the only source of chance
 */
record Draw(Random random) {
  /** The seed of every run that does not name one as {@code egress.seed}. */
  static final long SEED = Long.getLong("egress.seed", 20_261_121L);

  /** How many times more than in the normal build, as {@code egress.tries.factor}. */
  static final int FACTOR = Integer.getInteger("egress.tries.factor", 1);

  /** The draws of one policy; the number and the seed say which. */
  static Draw of(String what, int number) {
    return new Draw(new Random(SEED * 1_000_003L + what.hashCode() * 31L + number));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  <E> E one(List<E> of) {
    return of.get(upTo(of.size()));
  }

  /** Between one and so many, possibly the same twice. */
  <E> List<E> some(int most, List<E> of) {
    List<E> some = new ArrayList<>();
    for (int i = 1 + upTo(most); i > 0; i--) {
      some.add(one(of));
    }
    return some;
  }

  <E> List<E> shuffled(List<E> list) {
    List<E> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }
}
