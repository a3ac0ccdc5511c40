package io.egressrules.engine.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
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

  /** Makes a certificate for these names, in a folder that may be deleted afterwards. */
  public static TestCertificate of(Path folder, String... names) throws Exception {
    Path store = folder.resolve("server.p12");
    run(
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
        store.toString());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyStore.TrustedCertificateEntry anchor =
        new KeyStore.TrustedCertificateEntry(keys.getCertificate("server"));
    keys.setEntry("anchor", anchor, null);
    return new TestCertificate(keys);
  }

  private static void run(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes());
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
