package io.egressrules.engine.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A guarded client, as the contract sees it. */
public interface GuardedCalls extends AutoCloseable {

  /**
   * Makes a call and reads the answer.
   *
   * @throws IOException when the call is denied or fails
   */
  Answer call(Call call) throws IOException;

  @Override
  void close();

  /** What a client is configured with, apart from the guard. */
  record Settings(@Nullable TestCertificate certificate, @Nullable ProxySelector proxies) {
    public static final Settings PLAIN = new Settings(null, null);
  }

  /** A call to be made. */
  record Call(String method, String url, Map<String, String> headers, @Nullable Body body) {
    public static Call get(String url) {
      return new Call("GET", url, Map.of(), null);
    }

    public static Call post(String url, String text) {
      return new Call("POST", url, Map.of(), Body.of(text));
    }

    public Call with(String header, String value) {
      Map<String, String> all = new LinkedHashMap<>(headers);
      all.put(header, value);
      return new Call(method, url, all, body);
    }
  }

  /**
   * A body that can be read again for a redirect.
   *
   * @param length the length the client declares, or -1
   */
  record Body(long length, Supplier<InputStream> bytes) {
    public static Body of(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return new Body(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** The same bytes, their length not declared. */
    public Body undeclared() {
      return new Body(-1, bytes);
    }
  }

  /** What came back. */
  record Answer(int status, String text) {}
}
