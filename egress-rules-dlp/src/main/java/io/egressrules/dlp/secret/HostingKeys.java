package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.BASE64_PADDED;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.UPPER;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of hosting platforms, domain and content networks. */
final class HostingKeys {
  private static final String DIGITAL_OCEAN = "https://docs.digitalocean.com/reference/api/";
  private static final String CLOUDFLARE =
      "https://developers.cloudflare.com/fundamentals/api/get-started/";
  private static final String HEROKU = "https://devcenter.heroku.com/articles/authentication";
  private static final String FLY = "https://fly.io/docs/security/tokens/";

  private HostingKeys() {}

  static List<Detector.Builder> platforms() {
    return List.of(
        Token.of(
            "DigitalOcean personal access token", DIGITAL_OCEAN, Form.of("dop_v1_").run(HEX, 64)),
        Token.of("DigitalOcean OAuth token", DIGITAL_OCEAN, Form.of("doo_v1_").run(HEX, 64)),
        Token.of("DigitalOcean refresh token", DIGITAL_OCEAN, Form.of("dor_v1_").run(HEX, 64)),
        Token.of(
                "Cloudflare API token",
                CLOUDFLARE,
                Form.of("cfat_", "cfut_", "cfk_").run(BASE62, 48))
            .validator(Crc32Tail.HEX),
        Token.of(
            "Cloudflare origin CA key",
            "https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/",
            Form.of("v1.0-").run(HEX, 24).text("-").run(HEX, 146)),
        NamedKey.of("Cloudflare", "legacy API token", Form.of(URL, 40)),
        NamedKey.of("Cloudflare", "global API key", Form.of(HEX, 37)),
        Token.of("Heroku API key", HEROKU, Form.of("HRKU-AA").run(URL, 58)),
        Token.of("Heroku authorization", HEROKU, Form.of("HRKU-").then(Form.uuid())),
        NamedKey.of("Heroku", "legacy API key", Form.uuid()),
        Token.of(
                "Fly.io access token",
                FLY,
                Form.of("fm1r_", "fm1a_", "fm2_").atLeast(BASE64_PADDED, 90))
            .entropyFloor(3),
        Token.of("Fly.io personal access token", FLY, Form.of("fo1_").run(URL, 43)),
        Token.of(
            "Vercel token",
            "https://vercel.com/docs/",
            Form.of("vcp_", "vci_", "vca_", "vcr_", "vck_").run(BASE62, 24, 64)),
        Token.of(
            "Netlify personal access token",
            "https://docs.netlify.com/",
            Form.of("nfp_", "nfo_", "nfc_").run(BASE62, 36)),
        NamedKey.of("Netlify", "legacy access token", Form.of(URL_PADDED, 40, 46)),
        Token.of(
            "Render API key", "https://render.com/docs/api", Form.of("rnd_").run(BASE62, 28, 32)),
        Token.of(
            "Scalingo API token",
            "https://developers.scalingo.com/",
            Form.of("tk-us-").run(URL, 48)));
  }

  static List<Detector.Builder> shops() {
    return List.of(
        Token.of(
            "Shopify access token",
            "https://shopify.dev/docs/apps/build/authentication-authorization",
            Form.of("shpat_").run(BASE62, 32)),
        Token.of(
            "Shopify custom app access token",
            "https://shopify.dev/docs/apps/build/authentication-authorization",
            Form.of("shpca_").run(BASE62, 32)),
        Token.of(
            "Shopify private app access token",
            "https://shopify.dev/docs/apps/build/authentication-authorization",
            Form.of("shppa_").run(BASE62, 32)),
        Token.of(
            "Shopify app secret",
            "https://shopify.dev/docs/apps/build/authentication-authorization",
            Form.of("shpss_").run(BASE62, 32)));
  }

  static List<Detector.Builder> named() {
    return List.of(
        NamedKey.of("Fastly", "API token", Form.of(URL_PADDED, 32)),
        NamedKey.of("Linode", "access token", Form.of(HEX, 64)),
        NamedKey.of("Hetzner", "API token", Form.of(BASE62, 64), "hetzner", "hcloud"),
        NamedKey.of("Vultr", "API key", Form.of(UPPER, 36)),
        NamedKey.of("OVH", "application secret", Form.of(BASE62, 32)),
        NamedKey.of("Cisco Meraki", "API key", Form.of(HEX, 40), "meraki"));
  }
}
