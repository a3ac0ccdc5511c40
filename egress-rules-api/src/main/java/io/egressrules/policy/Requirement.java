package io.egressrules.policy;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call must fulfil, beyond its conditions, for an allow rule to let it through.
 *
 * <p>A requirement that the caller cannot fulfil denies the call.
 *
 * @since 0.1
 */
public final class Requirement {
  /** Nothing more is required. */
  public static final Requirement NONE = new Requirement(false, Set.of());

  /** The connection must be encrypted with TLS. */
  public static final Requirement TLS = new Requirement(true, Set.of());

  private final boolean tls;
  private final Set<String> inspect;

  private Requirement(boolean tls, Set<String> inspect) {
    this.tls = tls;
    this.inspect = inspect;
  }

  /**
   * This requirement, and TLS.
   *
   * @return a requirement
   */
  public Requirement tls() {
    return new Requirement(true, inspect);
  }

  /**
   * This requirement, and inspection of what is sent.
   *
   * @param profiles names of inspection profiles, at least one
   * @return a requirement
   * @throws IllegalArgumentException if there is no name, or one is not a profile name
   */
  public Requirement inspect(String... profiles) {
    if (profiles.length == 0) {
      throw new IllegalArgumentException(
          "`inspect` needs at least one profile; leave it out to require no inspection");
    }
    Set<String> all = new LinkedHashSet<>(inspect);
    for (String profile : profiles) {
      all.add(Names.require(profile, "profile name"));
    }
    return new Requirement(tls, Collections.unmodifiableSet(all));
  }

  /**
   * Whether the connection must be encrypted.
   *
   * @return true for TLS
   */
  public boolean isTls() {
    return tls;
  }

  /**
   * The profiles by which the call must be inspected.
   *
   * @return names; empty when inspection is not required
   */
  public Set<String> profiles() {
    return inspect;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Requirement that && tls == that.tls && inspect.equals(that.inspect);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tls, inspect);
  }

  /** The requirements as the policy file writes them. */
  @Override
  public String toString() {
    return "{tls: " + tls + ", inspect: " + List.copyOf(inspect) + "}";
  }
}
