package io.egressrules.dlp.secret;

import static io.egressrules.dlp.secret.Alphabet.BASE62;
import static io.egressrules.dlp.secret.Alphabet.HEX;
import static io.egressrules.dlp.secret.Alphabet.LETTER;
import static io.egressrules.dlp.secret.Alphabet.LOWER;
import static io.egressrules.dlp.secret.Alphabet.URL;

import io.egressrules.dlp.detector.Detector;
import java.util.List;

/** Keys of services that run machine-learning models. */
final class ModelServices {
  private static final String OPENAI =
      "https://platform.openai.com/docs/api-reference/authentication";
  private static final String HUGGING_FACE = "https://huggingface.co/docs/hub/security-tokens";
  private static final String LANGSMITH = "https://docs.smith.langchain.com/";

  private ModelServices() {}

  static List<Detector.Builder> models() {
    return List.of(
        Token.of(
            "OpenAI API key",
            OPENAI,
            Form.of("sk-")
                .maybe(Form.of("proj-", "svcacct-", "admin-", "service-", "None-"))
                .run(URL, 20, 180)
                .text("T3BlbkFJ")
                .run(URL, 20, 180)),
        Token.of(
            "Anthropic API key",
            "https://docs.anthropic.com/en/api/",
            Form.of("sk-ant-api03-").run(URL, 93).text("AA")),
        Token.of(
            "Anthropic admin API key",
            "https://docs.anthropic.com/en/api/administration-api",
            Form.of("sk-ant-admin01-").run(URL, 93).text("AA")),
        Token.of(
            "Anthropic OAuth token",
            "https://docs.anthropic.com/en/api/",
            Form.of("sk-ant-oat01-", "sk-ant-ort01-").run(URL, 93).text("AA")),
        Token.of("Hugging Face access token", HUGGING_FACE, Form.of("hf_").run(LETTER, 34)),
        Token.of(
            "Hugging Face organization token", HUGGING_FACE, Form.of("api_org_").run(LETTER, 34)),
        Token.of("Groq API key", "https://console.groq.com/docs/", Form.of("gsk_").run(BASE62, 52))
            .entropyFloor(3),
        Token.of(
            "Perplexity API key", "https://docs.perplexity.ai/", Form.of("pplx-").run(BASE62, 48)),
        Token.of("xAI API key", "https://docs.x.ai/", Form.of("xai-").run(BASE62, 80)),
        Token.of(
            "Replicate API token", "https://replicate.com/docs/", Form.of("r8_").run(BASE62, 37)),
        Token.of(
            "Together AI API key", "https://docs.together.ai/", Form.of("tgp_v1_").run(URL, 43)),
        Token.of("DeepSeek API key", "https://api-docs.deepseek.com/", Form.of("sk-").run(HEX, 32))
            .entropyFloor(3),
        Token.of(
                "Moonshot or Stability API key",
                "https://platform.stability.ai/docs/",
                Form.of("sk-").run(BASE62, 48))
            .entropyFloor(3.5));
  }

  static List<Detector.Builder> platforms() {
    return List.of(
        Token.of(
            "OpenRouter API key", "https://openrouter.ai/docs/", Form.of("sk-or-v1-").run(HEX, 64)),
        Token.of("ElevenLabs API key", "https://elevenlabs.io/docs/", Form.of("sk_").run(HEX, 48)),
        Token.of(
            "LlamaCloud API key",
            "https://docs.cloud.llamaindex.ai/",
            Form.of("llx-").run(URL, 48)),
        Token.of(
            "Tavily API key",
            "https://docs.tavily.com/",
            Form.of("tvly-").maybe(Form.of("dev-", "prod-")).run(BASE62, 32)),
        Token.of("NVIDIA API key", "https://docs.api.nvidia.com/", Form.of("nvapi-").run(URL, 64)),
        Token.of(
            "Cerebras API key",
            "https://inference-docs.cerebras.ai/",
            Form.of("csk-").run(LOWER, 48)),
        Token.of(
                "Fireworks API key",
                "https://docs.fireworks.ai/",
                Form.of("fw_").run(BASE62, 22, 24))
            .entropyFloor(3.5)
            .validator(Mixed.CASES_AND_DIGITS),
        Token.of(
            "Pinecone API key",
            "https://docs.pinecone.io/",
            Form.of("pcsk_").run(BASE62, 5, 6).text("_").run(BASE62, 60, 64)),
        Token.of(
            "LangSmith API key",
            LANGSMITH,
            Form.of("lsv2_pt_", "lsv2_sk_").run(HEX, 32).text("_").run(HEX, 10)),
        Token.of("Voyage AI API key", "https://docs.voyageai.com/", Form.of("pa-").run(URL, 43))
            .entropyFloor(3.5)
            .validator(Mixed.CASES_AND_DIGITS),
        Token.of("Jina AI API key", "https://jina.ai/", Form.of("jina_").run(HEX, 32).run(URL, 28)),
        NamedKey.of("Cohere", "API key", Form.of(BASE62, 40), "cohere", "co api"),
        NamedKey.of("Mistral", "API key", Form.of(BASE62, 32)),
        NamedKey.of("PrivateAI", "API key", Form.of(LOWER, 32), "private ai"),
        NamedKey.of("Weights Biases", "API key", Form.of(HEX, 40), "wandb", "weights biases"),
        NamedKey.of("AssemblyAI", "API key", Form.of(HEX, 32), "assembly ai"),
        NamedKey.of("Deepgram", "API key", Form.of(HEX, 40)));
  }
}
