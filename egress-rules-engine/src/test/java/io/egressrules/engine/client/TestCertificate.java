package io.egressrules.engine.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A self-signed certificate for one name, made for this run by the JDK's own keytool, and a context
 * that serves by it and trusts nothing else.
 */
public final class TestCertificate {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final SSLContext context;
  private final X509TrustManager trust;

  private TestCertificate(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    trust = (X509TrustManager) trusted.getTrustManagers()[0];
    context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), new TrustManager[] {trust}, null);
  }

  /** The certificate of partner.test and of nobody else; made once. */
  public static TestCertificate ofPartner() {
    return Partner.CERTIFICATE;
  }

  /** A certificate that partner.test and other.test share; made once. */
  public static TestCertificate shared() {
    return Shared.CERTIFICATE;
  }

  private static final class Partner {
    static final TestCertificate CERTIFICATE = make("partner.test");
  }

  private static final class Shared {
    static final TestCertificate CERTIFICATE = make("partner.test", "other.test");
  }

  private static TestCertificate make(String... names) {
    try {
      Path folder = Files.createTempDirectory("certificate");
      Path store = folder.resolve("server.p12");
      try {
        run(
            List.of(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + names[0],
                "-ext",
                "san=dns:" + String.join(",dns:", names),
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store.toString()));
        return new TestCertificate(trusting(store));
      } finally {
        Files.deleteIfExists(store);
        Files.delete(folder);
      }
    } catch (IOException | GeneralSecurityException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The keys, and the certificate once more as what to trust. */
  private static KeyStore trusting(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    keys.setCertificateEntry("anchor", keys.getCertificate("server"));
    return keys;
  }

  private static void run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed: " + said);
    }
  }

  public SSLContext context() {
    return context;
  }

  public X509TrustManager trust() {
    return trust;
  }
}
