package io.egressrules;

import io.egressrules.net.GateRule;
import io.egressrules.net.IpAddress;
import io.egressrules.net.MalformedException;
import io.egressrules.net.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one outbound call, as far as they are known.
 *
 * <p>A request is built once and completed by {@link #withAddresses} and {@link #withBody} as more
 * becomes known. It can be built from any text: a target that the URL gate refuses makes a request
 * that is denied, never an exception.
 *
 * @since 0.1
 */
public final class EgressRequest implements EgressCall {
  private final @Nullable Target target;
  private final @Nullable PreparedTarget prepared;
  private final @Nullable GateRule malformed;
  private final String subject;
  private final Map<String, String> labels;
  private final @Nullable String method;
  private final boolean malformedMethod;
  private final Headers headers;
  private final @Nullable List<IpAddress> addresses;
  private final @Nullable BodyFacts body;

  private EgressRequest(Builder facts) {
    this.target = facts.target;
    this.prepared = facts.prepared;
    this.malformed = facts.malformed;
    this.subject = facts.subject;
    this.labels = facts.labels;
    this.method = facts.method;
    this.malformedMethod = facts.malformedMethod;
    this.headers = facts.headers;
    this.addresses = facts.addresses;
    this.body = facts.body;
  }

  /**
   * A builder of a request to a target.
   *
   * @param target where the call goes
   * @return a new builder
   */
  public static Builder to(Target target) {
    Builder builder = new Builder();
    builder.target = Objects.requireNonNull(target);
    return builder;
  }

  /**
   * A builder of a request to a target that is called again and again.
   *
   * @param handle the target, as {@link EgressFilter#prepare} made it
   * @return a new builder
   */
  public static Builder to(PreparedTarget handle) {
    Builder builder = to(handle.target());
    builder.prepared = handle;
    return builder;
  }

  /** What a call says now, with its target. */
  static EgressRequest of(UrlCall call, @Nullable Target target) {
    Builder builder = new Builder();
    builder.target = target;
    builder.malformed = call.malformed();
    builder.subject(call.subject()).labels(call.labels()).method(call.method());
    builder.malformedMethod = call.hasMalformedMethod();
    return builder.build();
  }

  /**
   * A builder of a request to a URL, which is passed through the strict gate.
   *
   * @param url any text, hostile or not; null is a malformed target
   * @return a new builder; of a malformed target when the gate refuses the text
   */
  public static Builder toUrl(@Nullable String url) {
    Builder builder = new Builder();
    if (url == null) {
      return builder;
    }
    try {
      builder.target = Target.parse(url);
    } catch (MalformedException refused) {
      builder.malformed = refused.rule();
    }
    return builder;
  }

  /**
   * Builds an {@link EgressRequest}. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    private @Nullable Target target;
    private @Nullable PreparedTarget prepared;
    private @Nullable GateRule malformed;
    private String subject = "";
    private Map<String, String> labels = Map.of();
    private @Nullable String method;
    private boolean malformedMethod;
    private Headers headers = Headers.NONE;
    private @Nullable List<IpAddress> addresses;
    private @Nullable BodyFacts body;

    private Builder() {}

    private Builder(EgressRequest request) {
      target = request.target;
      prepared = request.prepared;
      malformed = request.malformed;
      subject = request.subject;
      labels = request.labels;
      method = request.method;
      malformedMethod = request.malformedMethod;
      headers = request.headers;
      addresses = request.addresses;
      body = request.body;
    }

    /**
     * States who calls out.
     *
     * @param text the workload, component or tenant; empty when not stated
     * @return this builder
     */
    public Builder subject(String text) {
      subject = Objects.requireNonNull(text);
      return this;
    }

    /**
     * States labels of the call.
     *
     * @param values label values by key; copied unless immutable
     * @return this builder
     */
    public Builder labels(Map<String, String> values) {
      labels = Map.copyOf(values);
      return this;
    }

    /**
     * States the request method.
     *
     * <p>Its letter case does not matter: a server may take {@code delete} for {@code DELETE}, and
     * a rule that denies the one must not miss the other.
     *
     * @param name the method, or null when the protocol has none
     * @return this builder
     */
    public Builder method(@Nullable String name) {
      method = name == null ? null : name.toUpperCase(Locale.ROOT);
      malformedMethod = name != null && !HttpText.isToken(name);
      return this;
    }

    /**
     * States the header fields.
     *
     * @param fields the fields
     * @return this builder
     */
    public Builder headers(Headers fields) {
      headers = Objects.requireNonNull(fields);
      return this;
    }

    /**
     * States the addresses about to be dialled.
     *
     * @param values all addresses that the client may dial; empty when the name has none
     * @return this builder
     */
    public Builder addresses(List<IpAddress> values) {
      addresses = List.copyOf(values);
      return this;
    }

    /**
     * States what is known of the body.
     *
     * @param facts the facts
     * @return this builder
     */
    public Builder body(BodyFacts facts) {
      body = Objects.requireNonNull(facts);
      return this;
    }

    /**
     * The request stated so far.
     *
     * @return an immutable request
     */
    public EgressRequest build() {
      return new EgressRequest(this);
    }
  }

  /**
   * This request, with the addresses about to be dialled.
   *
   * @param values all addresses that the client may dial
   * @return a copy
   */
  public EgressRequest withAddresses(List<IpAddress> values) {
    return new Builder(this).addresses(values).build();
  }

  /**
   * This request, with what is known of its body.
   *
   * @param facts the facts
   * @return a copy
   */
  public EgressRequest withBody(BodyFacts facts) {
    return new Builder(this).body(facts).build();
  }

  @Override
  public Phase phase() {
    if (body != null && body.findings() != null) {
      return Phase.BODY;
    }
    return addresses == null ? Phase.REQUEST : Phase.CONNECT;
  }

  @Override
  public @Nullable Target target() {
    return target;
  }

  @Override
  public @Nullable PreparedTarget prepared() {
    return prepared;
  }

  @Override
  public @Nullable GateRule malformed() {
    return malformed;
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

  @Override
  public Headers headers() {
    return headers;
  }

  @Override
  public @Nullable List<IpAddress> addresses() {
    return addresses;
  }

  @Override
  public @Nullable BodyFacts body() {
    return body;
  }

  @Override
  public EgressRequest toRequest() {
    return this;
  }

  /**
   * The method, when it is one, and the target without its path and query; never headers, body,
   * subject or labels.
   */
  @Override
  public String toString() {
    String where = target == null ? "(malformed target)" : target.toString();
    return method == null || !HttpText.isToken(method) ? where : method + " " + where;
  }
}
