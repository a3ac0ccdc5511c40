package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.BASE64;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.PERCENT;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_DOTTED;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import io.egressrules.policy.Confidence;
import java.util.List;

/** Keys of clouds: Google, Azure, Alibaba, Yandex, IBM and others. */
final class CloudKeys {
  private static final String GOOGLE = "https://cloud.google.com/docs/authentication";
  private static final String AZURE = "https://learn.microsoft.com/purview/sit-defn-all-creds";
  private static final String AZURE_SECRET = "abc8Q~" + Alphabet.URL.sample(34, 1);
  private static final String YANDEX = "https://yandex.cloud/docs/iam/concepts/authorization/";

  private CloudKeys() {}

  static List<Detector.Builder> google() {
    return List.of(
        // Web pages carry such keys in the open: only one that is called a key is likely a secret.
        Token.of("Google API key", GOOGLE, Form.of("AIza").run(URL, 35))
            .entropyFloor(3)
            .confidence(Confidence.POSSIBLE)
            .near(Confidence.LIKELY, "key", "apikey", "api", "token", "secret", "credential"),
        Token.of("Google OAuth client secret", GOOGLE, Form.of("GOCSPX-").run(URL, 28)),
        Token.of("Google OAuth access token", GOOGLE, Form.of("ya29.").atLeast(URL, 30))
            .entropyFloor(3),
        Token.of("Google OAuth refresh token", GOOGLE, Form.of("1//0").run(URL, 40, 120))
            .entropyFloor(3.5),
        Token.of(
            "Firebase Cloud Messaging server key",
            "https://firebase.google.com/docs/cloud-messaging/",
            Form.of("AAAA").run(URL, 7).text(":APA91b").run(URL, 134)));
  }

  static List<Detector.Builder> microsoft() {
    return List.of(
        Detector.builder("azure-client-secret", Detector.Kind.SECRET)
            .meaning("Microsoft Entra client secret")
            .source(AZURE)
            .pattern("(?:^|[^\\w~.\\-])([\\w~.]{3}[0-9]Q~[\\w~.\\-]{31,34})(?:[^\\w~.\\-]|\\z)")
            .entropyFloor(3.5)
            .finds("client_secret=" + AZURE_SECRET)
            .ignores("client_secret=a" + AZURE_SECRET, "x~1Q~y"),
        Detector.builder("azure-application-id", Detector.Kind.SECRET)
            .meaning("Client or tenant id of a Microsoft Entra application, by its name")
            .source("https://learn.microsoft.com/entra/identity-platform/")
            .pattern(
                "(?:\\b|_)(?i:(?:azure|arm|aad|entra)(?:[_ .\\-]?(?:ad|app|application))?[_ .\\-]?(?:client|tenant)"
                    + "|ad[_ .\\-]?tenant)[_ .\\-]?(?i:id)"
                    + NamedKey.ASSIGNED
                    + "("
                    + Form.uuid().pattern()
                    + ")(?:[^\\w\\-]|\\z)")
            .entropyFloor(2.2)
            .finds(
                "AZURE_CLIENT_ID=" + Form.uuid().sample(),
                "\"azureAdTenantId\": \"" + Form.uuid().sample() + "\"")
            .ignores(
                "tenant_id: " + Form.uuid().sample(),
                "ad_client_id: " + Form.uuid().sample(),
                "AZURE_TENANT_ID=00000000-0000-0000-0000-000000000000"),
        Token.of(
            "Azure storage account key", AZURE, Form.of("AccountKey=").run(BASE64, 86).text("==")),
        Token.of(
            "Azure shared access key",
            AZURE,
            Form.of("SharedAccessKey=").run(BASE64, 43).text("=")),
        Token.of(
            "Azure shared access signature",
            "https://learn.microsoft.com/rest/api/storageservices/create-service-sas",
            Form.of("sig=").run(PERCENT, 43, 70).text("%3D", "%3d")),
        Token.of(
            "Azure DevOps personal access token",
            AZURE,
            Form.of(BASE62, 52).text("JQQJ99").run(BASE62, 18).text("AZDO").run(BASE62, 4)),
        Token.of(
            "Azure Functions key", AZURE, Form.of(URL, 44).text("AzFu").run(URL, 5).text("==")));
  }

  static List<Detector.Builder> others() {
    return List.of(
        Token.of(
                "Alibaba access key id",
                "https://www.alibabacloud.com/help/en/ram/",
                Form.of("LTAI").run(BASE62, 12, 20))
            .entropyFloor(3),
        NamedKey.of(
            "Alibaba", "access key secret", Form.of(BASE62, 30), "alibaba", "aliyun", "alicloud"),
        Token.of(
                "Tencent Cloud secret id",
                "https://www.tencentcloud.com/document/product/598",
                Form.of("AKID").run(BASE62, 32))
            .entropyFloor(3),
        Token.of("Yandex Cloud API key", YANDEX, Form.of("AQVN").run(URL, 35, 38)).entropyFloor(3),
        Token.of(
                "Yandex IAM token",
                YANDEX,
                Form.of("t1.").run(URL_PADDED, 2, 200).text(".").run(URL, 86))
            .entropyFloor(3),
        NamedKey.of("Yandex", "static access key", Form.of("YC").run(URL, 38)),
        NamedKey.of(
            "IBM Cloud", "API key", Form.of(URL, 44), "ibm", "cloud iam", "iam", "ibm cloud"),
        NamedKey.of(
            "IBM Cloud Object Storage", "HMAC key", Form.of(HEX, 48), "cos", "ibm cos", "ibm"),
        NamedKey.of("SoftLayer", "API key", Form.of(LOWER, 64), "softlayer", "sl", "slapi"),
        NamedKey.of("Cloudant", "password or API key", Form.of(LOWER, 64), "cloudant", "cl"),
        Token.of(
                "OpenShift user token",
                "https://docs.openshift.com/",
                Form.of("sha256~").run(URL, 43))
            .entropyFloor(3.5),
        Token.of(
            "Salesforce session id",
            "https://developer.salesforce.com/docs/",
            Form.of("00D").run(BASE62, 12, 15).text("!").run(URL_DOTTED, 80, 140)),
        Token.of(
            "Salesforce consumer key",
            "https://developer.salesforce.com/docs/",
            Form.of("3MVG").run(URL_DOTTED, 80, 110)),
        Token.of(
                "ClickHouse Cloud API secret key",
                "https://clickhouse.com/docs/cloud/manage/openapi",
                Form.of("4b1d").run(BASE62, 38))
            .entropyFloor(3));
  }
}
