package io.egressrules.policy;

import io.egressrules.net.TargetTrait;
import java.util.Set;

/**
 * Which oddities of a target a policy admits although they are refused by default, and which it
 * refuses although they are admitted.
 *
 * @param admit traits admitted against the default
 * @param refuse traits refused against the default; wins over {@code admit}
 */
public record TargetOptions(Set<TargetTrait> admit, Set<TargetTrait> refuse) {

  /** Every trait as {@link TargetTrait#refusedByDefault()} says. */
  public static final TargetOptions DEFAULT = new TargetOptions(Set.of(), Set.of());

  /**
   * Which oddities of a target a policy admits and refuses.
   *
   * @param admit traits admitted against the default
   * @param refuse traits refused against the default; wins over {@code admit}
   */
  public TargetOptions {
    admit = Set.copyOf(admit);
    refuse = Set.copyOf(refuse);
  }

  /**
   * Whether a target with this trait is refused.
   *
   * @param trait the trait
   * @return true when refused
   */
  public boolean refuses(TargetTrait trait) {
    return refuse.contains(trait) || trait.refusedByDefault() && !admit.contains(trait);
  }
}
