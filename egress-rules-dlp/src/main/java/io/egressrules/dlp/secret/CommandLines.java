package io.egressrules.dlp.secret;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.detector.Validator.Verdict;
import java.util.List;

/** Passwords, tokens and keys given to commands and to functions that take options. */
final class CommandLines {
  private static final String SOURCE = "https://cwe.mitre.org/data/definitions/214.html";
  private static final String VALUE = Alphabet.BASE62.sample(24, 17);
  private static final String ARGUMENT = "[ =]{1,2}[\"']?([^\\s\"'`\\\\<>;&|(){}$]{6,150})";

  private static final String SECRET_KIND = "\\bkind:[ \\t]{0,4}[\"']?(?i:secret)[\"']?";

  /** The first entry under {@code data:}, after a comment or in a block. */
  private static final String SECRET_DATA =
      "\\bdata:\\s{1,10}(?:#[^\\n]{0,100}\\s{1,10})?[\\w.\"'\\-]{1,60}:[ \\t]{0,4}"
          + "(?:[|>]-?\\s{1,20})?[\"']?([0-9A-Za-z+/]{8,}={0,2})";

  private CommandLines() {}

  static List<Detector.Builder> options() {
    return List.of(
        Detector.builder("password-option", Detector.Kind.SECRET)
            .meaning("Password given to a command as an option")
            .source(SOURCE)
            .pattern("(?:^|\\s)--?[\\w\\-]{0,30}(?i:passw(?:or)?d|passphrase|pass|pwd)" + ARGUMENT)
            .validator(Plausible.BARE_PASSWORD)
            .finds("tool --user joe --password kT7·pQ2vx", "gpg --passphrase kT7·pQ2vx -d x")
            .ignores(
                "tool --password PASSWORD",
                "tool --password $PASSWORD1",
                "--no-password file1name"),
        Detector.builder("secret-option", Detector.Kind.SECRET)
            .meaning("Token, key or secret given to a command as an option")
            .source(SOURCE)
            .pattern(
                "(?:^|\\s)--?[\\w\\-]{0,30}(?i:token|secret|api-?key|access-?key|bearer|auth)"
                    + ARGUMENT)
            .entropyFloor(2.5)
            .validator(Plausible.BARE_SECRET)
            .finds("tool --token " + VALUE, "tool --api-key=" + VALUE)
            .ignores("tool --token TOKEN", "tool --token-file /run/secrets/token1"),
        Detector.builder("openssl-password", Detector.Kind.SECRET)
            .meaning("Password given to openssl")
            .source("https://docs.openssl.org/master/man1/openssl-passphrase-options/")
            .pattern("-pass(?:in|out)?\\s{1,4}[\"']?pass:([^\\s\"']{4,100})")
            .validator(ConnectionStrings::password)
            .finds("openssl rsa -passin pass:kT7·pQ2vx -in k.pem")
            .ignores("openssl rsa -passin pass:$PASS -in k.pem", "openssl rsa -passin env:PASS"),
        Detector.builder("sshpass-password", Detector.Kind.SECRET)
            .meaning("Password given to sshpass")
            .source("https://manpages.debian.org/sshpass")
            .pattern("\\bsshpass\\s{1,4}-p\\s{0,4}[\"']?([^\\s\"'$]{4,100})")
            .validator(ConnectionStrings::password)
            .finds("sshpass -p kT7·pQ2vx ssh joe@host.test")
            .ignores("sshpass -p $PASS ssh joe@host.test", "sshpass -f file"),
        Detector.builder("curl-option-secret", Detector.Kind.SECRET)
            .meaning("Password or token given to libcurl")
            .source("https://curl.se/libcurl/c/curl_easy_setopt.html")
            .pattern(
                "CURLOPT_(?:PROXY)?(?:USERPWD|PASSWORD|KEYPASSWD|XOAUTH2_BEARER|TLSAUTH_PASSWORD)\\s{0,4},\\s{0,4}\"([^\"\\s]{6,200})\"")
            .validator(Plausible.QUOTED_PASSWORD)
            .finds("curl_easy_setopt(c, CURLOPT_USERPWD, \"joe:kT7·pQ2vx\");")
            .ignores("curl_easy_setopt(c, CURLOPT_USERPWD, \"user:password\");"));
  }

  static List<Detector.Builder> statements() {
    return List.of(
        Detector.builder("powershell-secure-string", Detector.Kind.SECRET)
            .meaning("Plain text made a secure string")
            .source(
                "https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring")
            .pattern(
                "(?i:ConvertTo-SecureString)\\s{1,4}(?:-String\\s{1,4})?\\\\{0,2}[\"']([^\"'\\\\\\s$]{4,100})")
            .validator(ConnectionStrings::password)
            .finds("ConvertTo-SecureString \"kT7·pQ2vx\" -AsPlainText")
            .ignores("ConvertTo-SecureString $plain -AsPlainText"),
        Detector.builder("nuget-clear-text-password", Detector.Kind.SECRET)
            .meaning("Password of a package source in NuGet.Config")
            .source("https://learn.microsoft.com/nuget/reference/nuget-config-file")
            .pattern("key=\"(?:ClearText)?Password\"\\s{1,4}value=\"([^\"]{5,100})\"")
            .validator(CommandLines::clearText)
            .finds("<add key=\"ClearTextPassword\" value=\"kT7·pQ2vx\" />")
            .ignores("<add key=\"ClearTextPassword\" value=\"%PASS%\" />"),
        Detector.builder("terraform-login-password", Detector.Kind.SECRET)
            .meaning("Administrator's password in a Terraform resource")
            .source("https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs")
            .pattern("\\badministrator_(?:login_)?password\\s{1,40}=\\s{1,4}\"([^\"\\s$]{8,128})\"")
            .finds("administrator_login_password = \"thisIs·aDog12\"")
            .ignores("administrator_login_password = var.password"),
        Detector.builder("kubernetes-secret", Detector.Kind.SECRET)
            .meaning("Data of a Kubernetes secret, in base64")
            .source("https://kubernetes.io/docs/concepts/configuration/secret/")
            .pattern(SECRET_KIND + "\\s[\\s\\S]{0,200}?" + SECRET_DATA)
            .pattern(SECRET_DATA + "[\"']?\\s[\\s\\S]{0,200}?" + SECRET_KIND + "\\b")
            .finds("kind: Secret\nmetadata:\n  name: db\ndata:\n  password: a1Q3·cFEydng=\n")
            .ignores(
                "kind: ConfigMap\ndata:\n  password: a1Q3cFEydng=\n",
                "kind: Secret\ndata:\n  password: ''\n"));
  }

  /** An environment variable between per cent signs is no clear text. */
  private static Verdict clearText(CharSequence value) {
    return value.toString().startsWith("%") ? Verdict.INVALID : Verdict.PLAUSIBLE;
  }
}
