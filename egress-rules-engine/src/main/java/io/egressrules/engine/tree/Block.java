package io.egressrules.engine.tree;

import org.jspecify.annotations.Nullable;

/**
 * What a look-up by name or address finds: the chains of deny and allow rules, and what a scan of
 * them will need. A chain without rules is null, so what a block does not have costs nothing.
 */
final class Block {
  /** No rules. */
  static final Block EMPTY = new Block(null, null, false);

  /** That of a cloud metadata name, which no rule can allow. */
  static final Block METADATA = new Block(null, null, true);

  private final @Nullable Chain<DenyRule> denies;
  private final @Nullable Chain<AllowRule> allows;
  private final boolean metadata;
  private final long bits;
  private final boolean timed;
  private final boolean reporting;

  private Block(
      @Nullable Chain<DenyRule> denies, @Nullable Chain<AllowRule> allows, boolean metadata) {
    this.denies = denies;
    this.allows = allows;
    this.metadata = metadata;
    this.bits = (denies == null ? 0 : denies.bits()) | (allows == null ? 0 : allows.bits());
    this.timed = (denies != null && denies.isTimed()) || (allows != null && allows.isTimed());
    this.reporting =
        (denies != null && denies.isReporting()) || (allows != null && allows.isReporting());
  }

  static Block of(@Nullable Chain<DenyRule> denies, @Nullable Chain<AllowRule> allows) {
    return denies == null && allows == null ? EMPTY : new Block(denies, allows, false);
  }

  @Nullable Chain<DenyRule> denies() {
    return denies;
  }

  @Nullable Chain<AllowRule> allows() {
    return allows;
  }

  boolean isMetadata() {
    return metadata;
  }

  /** The facts that its rules ask for, as bits. */
  long bits() {
    return bits;
  }

  /** Whether the clock must be read. */
  boolean isTimed() {
    return timed;
  }

  /** Whether there is a would-be outcome to find out. */
  boolean isReporting() {
    return reporting;
  }

  /**
   * The most conditions that an evaluation tests here: those of deny rules for an address and for
   * all inside it, those of allow rules in each of the {@link Levels} that ask them.
   */
  long cost() {
    return (denies == null ? 0 : Levels.SCANS_OF_DENY_RULES * denies.cost())
        + (allows == null
            ? 0
            : Levels.SCANS_OF_ALLOW_RULES * (allows.cost() + allows.admittingCost()));
  }
}
