package io.egressrules.examples.benchmarks.peer;

/** A policy engine that decides by the benchmark's rules. */
public interface Engine {

  /**
   * Decides a call to the port, with a method and a path that the rules are about.
   *
   * @param host the host
   * @return whether it is allowed
   * @throws Exception whatever the engine throws
   */
  boolean allows(String host) throws Exception;
}
