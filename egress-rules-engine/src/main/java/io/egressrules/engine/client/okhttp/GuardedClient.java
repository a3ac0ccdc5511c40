package io.egressrules.engine.client.okhttp;

import io.egressrules.Capability;
import io.egressrules.EgressDeniedException;
import io.egressrules.Headers;
import io.egressrules.engine.enforce.Admission;
import io.egressrules.engine.enforce.ClientAbilities;
import io.egressrules.engine.enforce.ClientView;
import io.egressrules.engine.enforce.EgressGuard;
import io.egressrules.engine.enforce.Enforcement;
import io.egressrules.engine.enforce.Redirect;
import java.io.IOException;
import java.util.EnumSet;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * The guard of one OkHttp client: admits requests. OkHttp pools connections by its identity.
 *
 * @param inspecting the sequence for requests whose body passes through inspection
 * @param streaming the sequence for those that send as they receive, which nothing can be held back
 *     of
 */
record GuardedClient(Enforcement inspecting, Enforcement streaming) {
  private static final ClientAbilities ABILITIES =
      ClientAbilities.of("okhttp", EnumSet.allOf(Capability.class));

  static GuardedClient of(EgressGuard guard) {
    Enforcement enforcement = guard.install(ABILITIES);
    return new GuardedClient(enforcement, enforcement.lacking(Capability.BODY));
  }

  /** REQUEST for what a caller asks. */
  Hop admit(Request asked) throws IOException {
    Enforcement enforcement = suited(asked);
    Admission admission = enforcement.request(Facts.of(asked), Facts.caller(asked));
    return hop(enforcement, admission, asked);
  }

  /** REQUEST for what an answer redirects to. */
  Hop follow(Redirect redirect, Request next) throws IOException {
    Enforcement enforcement = suited(next);
    Headers headers = Facts.headers(next);
    return hop(enforcement, enforcement.follow(redirect, headers, Facts.body(next)), next);
  }

  private Enforcement suited(Request request) {
    RequestBody body = request.body();
    boolean streams = Facts.upgrades(request) || (body != null && body.isDuplex());
    return streams ? streaming : inspecting;
  }

  private Hop hop(Enforcement enforcement, Admission admission, Request asked)
      throws EgressDeniedException {
    HttpUrl url = HttpUrl.parse(admission.url().replaceFirst("^ws", "http"));
    if (url == null) {
      enforcement.agree(admission, ClientView.UNREADABLE);
      throw new AssertionError("what cannot be read agrees with nothing");
    }
    Request request = asked.newBuilder().url(url).build();
    enforcement.agree(admission, Facts.view(request));
    return new Hop(this, enforcement, admission, request);
  }
}
