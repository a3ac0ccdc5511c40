package io.egressrules.net;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@link AddressSpace} says of an address: the class of its own block and, when the address
 * carries IPv4 addresses inside, the strictest class among those.
 *
 * <p>There is one object for each combination, so judging allocates nothing and judgements may be
 * compared with {@code ==}.
 *
 * @since 0.1
 */
public final class AddressJudgement {
  private static final Map<AddressClass, AddressJudgement> PLAIN =
      each(outer -> new AddressJudgement(outer, null));
  private static final Map<AddressClass, Map<AddressClass, AddressJudgement>> CARRYING =
      each(outer -> each(inner -> new AddressJudgement(outer, inner)));

  private final AddressClass outer;
  private final @Nullable AddressClass inner;
  private final AddressClass decisive;

  private AddressJudgement(AddressClass outer, @Nullable AddressClass inner) {
    this.outer = outer;
    this.inner = inner;
    this.decisive = inner == null ? outer : AddressClass.stricter(outer, inner);
  }

  private static <V> Map<AddressClass, V> each(Function<AddressClass, V> value) {
    Map<AddressClass, V> values = new EnumMap<>(AddressClass.class);
    for (AddressClass is : AddressClass.values()) {
      values.put(is, value.apply(is));
    }
    return values;
  }

  static AddressJudgement of(AddressClass outer, @Nullable AddressClass inner) {
    return inner == null ? of(PLAIN, outer) : of(of(CARRYING, outer), inner);
  }

  private static <V> V of(Map<AddressClass, V> values, AddressClass key) {
    return Objects.requireNonNull(values.get(key));
  }

  /**
   * The class of the block the address itself lies in.
   *
   * @return the class
   */
  public AddressClass outer() {
    return outer;
  }

  /**
   * The strictest class among the IPv4 addresses inside.
   *
   * @return the class, or null if none are inside
   */
  public @Nullable AddressClass inner() {
    return inner;
  }

  /**
   * The class that decides: the stricter of the two, the outer one if they are alike.
   *
   * @return the class
   */
  public AddressClass decisive() {
    return decisive;
  }

  /**
   * How freely a policy may allow the address.
   *
   * @return the tier of the {@link #decisive()} class
   */
  public AddressTier tier() {
    return decisive.tier();
  }

  /**
   * Whether a rule that names the very block may allow the address although it is guarded: so it is
   * for loopback written as such, not for loopback wrapped in a transition form.
   *
   * @return true only for {@link AddressClass#LOOPBACK} itself
   */
  public boolean isLiftable() {
    return outer == AddressClass.LOOPBACK;
  }

  /** The classes and their sources in words, outer first. */
  @Override
  public String toString() {
    return inner == null ? words(outer) : words(outer) + " around " + words(inner);
  }

  private static String words(AddressClass of) {
    return of.title() + " (" + of.source() + ")";
  }
}
