package io.egressrules.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A certificate for the demo's names, made by the JDK's keytool and trusted by nobody but the demo.
 */
final class DemoCertificate {
  private static final String PASSWORD = "quickstart";
  private static final String NAMES =
      "san=dns:api.partner.example,dns:rebind.partner.example,dns:billing.example,dns:unlisted.example";

  private final SSLContext context;
  private final X509TrustManager trust;

  private DemoCertificate(SSLContext context, X509TrustManager trust) {
    this.context = context;
    this.trust = trust;
  }

  static DemoCertificate make() throws IOException, GeneralSecurityException {
    Path directory = Files.createTempDirectory("egress-quickstart");
    Path file = directory.resolve("demo.p12");
    try {
      keytool(file);
      return of(load(file));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(directory);
    }
  }

  private static void keytool(Path file) throws IOException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "demo",
                "-keyalg",
                "EC",
                "-dname",
                "CN=quickstart",
                "-ext",
                NAMES,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool could not make a certificate");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a certificate was made", interrupted);
    }
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static DemoCertificate of(KeyStore store) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("demo", store.getCertificate("demo"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return new DemoCertificate(context, (X509TrustManager) trust.getTrustManagers()[0]);
  }

  SSLContext context() {
    return context;
  }

  X509TrustManager trust() {
    return trust;
  }
}
