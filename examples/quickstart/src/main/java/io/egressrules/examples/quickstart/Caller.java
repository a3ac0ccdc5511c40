package io.egressrules.examples.quickstart;

/** A guarded client, as the demo's service uses it. */
interface Caller {

  /** The client's name in the table. */
  String name();

  /** Makes a call and gives the answer's status; throws what the client throws. */
  int call(String method, String url) throws Exception;
}
