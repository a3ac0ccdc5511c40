package io.egressrules;

import io.egressrules.net.GateRule;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import io.egressrules.net.TargetView;
import io.egressrules.net.UrlGate;
import io.egressrules.net.UrlParts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that is stated anew for each URL, to decide on URL text where it stands:
 *
 * <pre>{@code
 * UrlCall call = UrlCall.by("checkout").method("GET");   // one for each thread
 * Decision decision = filter.decide(call.to(url));
 * }</pre>
 *
 * <p>The text goes through the same gate as {@link EgressRequest#toUrl}, and the decision is the
 * same. Where the host is a name and the text canonical, nothing is allocated; other text costs
 * what a {@link Target} costs. No addresses are stated, so an ALLOW obliges the caller to have them
 * checked.
 *
 * <p>Like a {@link java.util.regex.Matcher}, it is for one thread at a time and says something else
 * after the next {@link #to}; {@link #toRequest} makes what it says now stay.
 *
 * @since 0.1
 */
public final class UrlCall implements EgressCall {
  private final UrlParts parts = new UrlParts();
  private final String subject;
  private Map<String, String> labels = Map.of();
  private @Nullable String method;
  private boolean malformedMethod;
  private @Nullable TargetView target;
  private @Nullable GateRule malformed;

  private UrlCall(String subject) {
    this.subject = subject;
  }

  /**
   * A call to no URL yet, which is denied.
   *
   * @param subject the workload, component or tenant that calls out; empty when not stated
   * @return a new call
   */
  public static UrlCall by(String subject) {
    return new UrlCall(Objects.requireNonNull(subject));
  }

  /**
   * States the request method, as {@link EgressRequest.Builder#method}, until it is stated anew.
   *
   * @param name the method, or null when the protocol has none
   * @return this call
   */
  public UrlCall method(@Nullable String name) {
    method = name == null ? null : name.toUpperCase(Locale.ROOT);
    malformedMethod = name != null && !HttpText.isToken(name);
    return this;
  }

  /**
   * States labels of the call until they are stated anew.
   *
   * @param values label values by key; copied unless immutable
   * @return this call
   */
  public UrlCall labels(Map<String, String> values) {
    labels = Map.copyOf(values);
    return this;
  }

  /**
   * States where the call goes.
   *
   * @param url any text, hostile or not; null is a malformed target
   * @return this call
   */
  public UrlCall to(@Nullable String url) {
    target = null;
    malformed = null;
    if (url != null && UrlGate.admits(url, parts)) {
      target = parts.isTarget() ? parts : rebuilt(url);
    } else if (url != null) {
      malformed = parts.refusal();
    }
    return this;
  }

  /** Text that the gate admits, but not as it stands. */
  private @Nullable Target rebuilt(String url) {
    try {
      return Target.parse(url);
    } catch (MalformedException refused) {
      malformed = refused.rule();
      return null;
    }
  }

  @Override
  public Phase phase() {
    return Phase.REQUEST;
  }

  /** As it stands in the text, until the next {@link #to}. */
  @Override
  public @Nullable TargetView target() {
    return target;
  }

  @Override
  public @Nullable GateRule malformed() {
    return malformed;
  }

  /** Always null: the text is read each time. */
  @Override
  public @Nullable PreparedTarget prepared() {
    return null;
  }

  @Override
  public String subject() {
    return subject;
  }

  @Override
  public Map<String, String> labels() {
    return labels;
  }

  @Override
  public @Nullable String method() {
    return method;
  }

  @Override
  public boolean hasMalformedMethod() {
    return malformedMethod;
  }

  /** Always none. */
  @Override
  public Headers headers() {
    return Headers.NONE;
  }

  /** Always null. */
  @Override
  public @Nullable List<IpAddress> addresses() {
    return null;
  }

  /** Always null. */
  @Override
  public @Nullable BodyFacts body() {
    return null;
  }

  @Override
  public EgressRequest toRequest() {
    return EgressRequest.of(this, target == null ? null : kept(target));
  }

  /** Text that is a target as it stands is read again: all of it was admitted. */
  private static Target kept(TargetView view) {
    return view instanceof Target target ? target : Target.parse(view.text());
  }

  /** As the request that it is now. */
  @Override
  public String toString() {
    return toRequest().toString();
  }
}
