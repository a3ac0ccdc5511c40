package io.egressrules.policy;

import io.egressrules.net.TargetTrait;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which oddities of a target a policy admits although they are refused by default, and which it
 * refuses although they are admitted.
 *
 * @param admit traits admitted against the default
 * @param refuse traits refused against the default; wins over {@code admit}
 * @since 0.1
 */
public record TargetOptions(Set<TargetTrait> admit, Set<TargetTrait> refuse) {

  /** The traits that a policy refuses unless it admits them. */
  public static final Set<TargetTrait> REFUSED_BY_DEFAULT =
      Set.of(TargetTrait.USERINFO_DROPPED, TargetTrait.UNDERSCORE);

  /** Nothing admitted or refused against the default. */
  public static final TargetOptions DEFAULT = new TargetOptions(Set.of(), Set.of());

  /**
   * Which oddities of a target a policy admits and refuses.
   *
   * @param admit traits admitted against the default
   * @param refuse traits refused against the default; wins over {@code admit}
   */
  public TargetOptions {
    admit = inOrder(admit);
    refuse = inOrder(refuse);
  }

  /** A copy with the order of the traits, so that the options have one text. */
  private static Set<TargetTrait> inOrder(Set<TargetTrait> traits) {
    EnumSet<TargetTrait> copy = EnumSet.noneOf(TargetTrait.class);
    copy.addAll(traits);
    return Collections.unmodifiableSet(copy);
  }

  /**
   * Whether a target with this trait is refused.
   *
   * @param trait the trait
   * @return true when refused
   */
  public boolean refuses(TargetTrait trait) {
    return refuse.contains(trait) || (REFUSED_BY_DEFAULT.contains(trait) && !admit.contains(trait));
  }
}
