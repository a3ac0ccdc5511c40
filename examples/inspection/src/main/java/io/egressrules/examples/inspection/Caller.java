package io.egressrules.examples.inspection;

/** A guarded client, as the demo's service uses it. */
interface Caller {

  /** The client's name in the table. */
  String name();

  /** Sends a request to a URL and waits for the answer; throws what the client throws. */
  void send(Scenario scenario, String url) throws Exception;
}
