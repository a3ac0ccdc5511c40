package io.egressrules;

import io.egressrules.net.GateRule;
import io.egressrules.net.IpAddress;
import io.egressrules.net.TargetView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a filter is asked about: the facts of one outbound call, as far as they are known.
 *
 * <p>There are two: an {@link EgressRequest} states them for ever; a {@link UrlCall} is one that is
 * stated anew for every URL, so that deciding on URL text allocates nothing. A filter does not keep
 * a call beyond the decision.
 *
 * @since 0.1
 */
public sealed interface EgressCall permits EgressRequest, UrlCall {

  /**
   * How much is known.
   *
   * @return BODY once findings are stated, else CONNECT once addresses are stated, else REQUEST
   */
  Phase phase();

  /**
   * Where the call goes.
   *
   * @return the canonical target, or null when it is malformed
   */
  @Nullable TargetView target();

  /**
   * Why the gate refused the target.
   *
   * @return the gate's rule; null when the target is well-formed, or was not stated at all
   */
  @Nullable GateRule malformed();

  /**
   * The handle of the target, from {@link EgressFilter#prepare}.
   *
   * @return the handle, or null when there is none
   */
  @Nullable PreparedTarget prepared();

  /**
   * Who calls out.
   *
   * @return the subject; empty when not stated
   */
  String subject();

  /**
   * The labels of the call.
   *
   * @return label values by key
   */
  Map<String, String> labels();

  /**
   * The request method.
   *
   * @return the method in upper case, or null when the protocol has none
   */
  @Nullable String method();

  /**
   * Whether the method is no token (RFC 9110 section 9.1).
   *
   * @return true when the call must be denied
   */
  boolean hasMalformedMethod();

  /**
   * The header fields.
   *
   * @return the fields, whose values may be secret
   */
  Headers headers();

  /**
   * The addresses about to be dialled.
   *
   * @return the addresses; null when they are not known yet
   */
  @Nullable List<IpAddress> addresses();

  /**
   * What is known of the body.
   *
   * @return the facts; null when nothing is known or there is no body
   */
  @Nullable BodyFacts body();

  /**
   * The call as facts that stay.
   *
   * @return an immutable request, this one if it is one
   */
  EgressRequest toRequest();
}
