package io.egressrules.spi;

import io.egressrules.EgressRequest;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Inspects what is about to leave. Safe for use by several threads; each inspection is used by one.
 *
 * @since 0.1
 */
public interface BodyInspector {

  /**
   * The inspection profiles that this inspector offers.
   *
   * @return profile names, as the policy's {@code require.inspect} writes them
   */
  Set<String> profiles();

  /**
   * Begins to inspect a request. The parts of the request other than its body (URL, headers) are
   * inspected here.
   *
   * @param request the request; its body facts say what is declared of the body
   * @param profiles the profiles to apply, all of which this inspector offers
   * @return an inspection of the body that follows
   */
  Inspection begin(EgressRequest request, Set<String> profiles);

  /**
   * The inspectors that the class path or module path provides.
   *
   * @return the inspectors, found by {@link ServiceLoader}; the stream throws {@link
   *     java.util.ServiceConfigurationError} at one that cannot be loaded
   */
  static Stream<BodyInspector> provided() {
    return ServiceLoader.load(BodyInspector.class).stream().map(ServiceLoader.Provider::get);
  }
}
