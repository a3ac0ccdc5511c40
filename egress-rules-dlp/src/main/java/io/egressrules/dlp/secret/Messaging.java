package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.DIGIT;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.ID;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.LOWER_ID;
import static io.egressrules.dlp.secret.Alphabet.PATH;
import static io.egressrules.dlp.secret.Alphabet.TENANT;
import static io.egressrules.dlp.secret.Alphabet.UPPER;
import static io.egressrules.dlp.secret.Alphabet.URL;
import static io.egressrules.dlp.secret.Alphabet.URL_DOTTED;
import static io.egressrules.dlp.secret.Alphabet.URL_PADDED;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of mail, chat and telephony services. */
final class Messaging {
  private static final String SLACK = "https://docs.slack.dev/authentication/tokens";
  private static final String MAILGUN = "https://documentation.mailgun.com/docs/mailgun/";
  private static final String DISCORD =
      "https://discord.com/developers/docs/reference#authentication";

  private Messaging() {}

  static List<Detector.Builder> slack() {
    return List.of(
        Token.of(
            "Slack bot token",
            SLACK,
            Form.of("xoxb-")
                .run(DIGIT, 8, 14)
                .text("-")
                .maybe(Form.of(DIGIT, 8, 14).text("-"))
                .run(BASE62, 13, 34)),
        Token.of(
            "Slack user token",
            SLACK,
            Form.of("xoxp-", "xoxe-")
                .run(DIGIT, 6, 14)
                .text("-")
                .run(DIGIT, 6, 14)
                .text("-")
                .maybe(Form.of(DIGIT, 6, 14).text("-"))
                .run(BASE62, 18, 64)),
        Token.of("Slack workspace token", SLACK, Form.of("xoxa-", "xoxr-").run(ID, 10, 100))
            .entropyFloor(2.5)
            .validator(Mixed.LETTERS_AND_DIGITS),
        Token.of(
                "Slack legacy token",
                SLACK,
                Form.of("xoxo-", "xoxs-").run(DIGIT, 6, 14).text("-").run(ID, 8, 120))
            .entropyFloor(2.5),
        Token.of(
            "Slack configuration token",
            SLACK,
            Form.of("xoxp-1-", "xoxe.xoxp-1-", "xoxe.xoxb-1-", "xoxe-1-").run(BASE62, 140, 180)),
        Token.of(
            "Slack app token",
            SLACK,
            Form.of("xapp-1-")
                .run(UPPER, 9, 13)
                .text("-")
                .run(DIGIT, 10, 14)
                .text("-")
                .run(LOWER, 60, 72)),
        Token.of(
            "Slack session token",
            SLACK,
            Form.of("xoxc-")
                .run(DIGIT, 10, 14)
                .text("-")
                .run(DIGIT, 10, 14)
                .text("-")
                .run(DIGIT, 10, 14)
                .text("-")
                .run(LOWER, 60, 70)));
  }

  static List<Detector.Builder> webhooks() {
    return List.of(
        Token.of(
                "Slack webhook address",
                "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
                Form.of(
                        "hooks.slack.com/services/",
                        "hooks.slack.com/workflows/",
                        "hooks.slack.com/triggers/")
                    .run(PATH, 34, 90))
            .entropyFloor(3.5),
        Token.of(
            "Discord webhook address",
            "https://discord.com/developers/docs/resources/webhook",
            Form.of("discord.com/api/webhooks/", "discordapp.com/api/webhooks/")
                .run(DIGIT, 17, 20)
                .text("/")
                .run(URL, 60, 72)),
        Token.of(
            "Microsoft Teams webhook address",
            "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/",
            Form.of("webhook.office.com/webhookb2/")
                .run(TENANT, 73)
                .text("/IncomingWebhook/")
                .run(LOWER, 32)
                .text("/")
                .run(LOWER_ID, 36)));
  }

  static List<Detector.Builder> chats() {
    return List.of(
        Token.of(
                "Discord bot token",
                DISCORD,
                Form.of("M", "N", "O")
                    .run(URL, 23, 25)
                    .text(".")
                    .run(URL, 6)
                    .text(".")
                    .run(URL, 27, 38))
            .entropyFloor(3.5)
            .validator(Mixed.CASES_AND_DIGITS),
        NamedKey.of("Discord", "public key", Form.of(HEX, 64)),
        NamedKey.of("Discord", "client id", Form.of(DIGIT, 18)),
        NamedKey.of("Discord", "client secret", Form.of(URL_PADDED, 32)),
        Token.of(
                "Telegram bot token",
                "https://core.telegram.org/bots/api#authorizing-your-bot",
                Form.of(DIGIT, 8, 10).text(":AA").run(URL, 33))
            .entropyFloor(3.5),
        NamedKey.of(
            "Telegram", "bot token of any length", Form.of(DIGIT, 5, 16).text(":A").run(URL, 34)));
  }

  static List<Detector.Builder> senders() {
    return List.of(
        Token.of(
            "Twilio API key",
            "https://www.twilio.com/docs/iam/api-keys",
            Form.of("SK").run(HEX, 32)),
        NamedKey.of("Twilio", "auth token", Form.of(HEX, 32)),
        Token.of(
                "SendGrid API key",
                "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
                Form.of("SG.").run(URL_DOTTED, 66))
            .entropyFloor(3.5),
        Token.of("Mailgun API key", MAILGUN, Form.of("key-", "pubkey-").run(HEX, 32)),
        Token.of(
            "Mailgun sending key",
            MAILGUN,
            Form.of(HEX, 32).text("-").run(HEX, 8).text("-").run(HEX, 8)),
        NamedKey.of(
            "Mailgun",
            "webhook signing key",
            Form.of(LOWER, 32).text("-").run(LOWER, 8).text("-").run(LOWER, 8)),
        Token.of(
            "Mailchimp API key",
            "https://mailchimp.com/developer/marketing/guides/quick-start/",
            Form.of(HEX, 32).text("-us").run(DIGIT, 1, 2)),
        Token.of(
            "Brevo API key",
            "https://developers.brevo.com/",
            Form.of("xkeysib-", "xsmtpsib-").run(HEX, 64).text("-").run(BASE62, 16)),
        Token.of(
            "Resend API key",
            "https://resend.com/docs/",
            Form.of("re_").run(BASE62, 8).text("_").run(BASE62, 24)));
  }

  static List<Detector.Builder> named() {
    return List.of(
        NamedKey.of("Postmark", "server token", Form.uuid()),
        NamedKey.of("SparkPost", "API key", Form.of(HEX, 40), "sparkpost", "spark post"),
        NamedKey.of("Message Bird", "API token", Form.of(BASE62, 25)),
        NamedKey.of("Message Bird", "client id", Form.uuid()),
        NamedKey.of("Sendbird", "access id", Form.uuid()),
        NamedKey.of("Sendbird", "access token", Form.of(HEX, 40)),
        NamedKey.of("Vonage", "API secret", Form.of(BASE62, 16), "vonage", "nexmo"),
        NamedKey.of("Mattermost", "access token", Form.of(LOWER, 26)),
        NamedKey.of("Gitter", "access token", Form.of(URL, 40)),
        NamedKey.of("Intercom", "access token", Form.of(URL_PADDED, 60)),
        NamedKey.of("Zendesk", "secret key", Form.of(LOWER, 40)));
  }
}
