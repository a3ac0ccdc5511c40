package io.egressrules.examples.benchmarks.workload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** Bodies that an inspector may be slow at, each of the size that it is asked for. */
public enum HostileBody {
  /** All keywords of the rules, in a random order, followed by what begins no value. */
  KEYWORDS {
    @Override
    byte[] text(List<LeakRule> rules, int length) {
      List<String> words = rules.stream().flatMap(rule -> rule.keywords().stream()).toList();
      SplittableRandom random = new SplittableRandom(1);
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        String word = words.get(random.nextInt(words.size()));
        text.append(word).append(random.nextBoolean() ? " = <" : "_key: <");
      }
      return text.toString().getBytes(ISO_8859_1);
    }
  },
  /** What nearly is a call with a password, over and over on a few lines. */
  NEAR_MISSES {
    @Override
    byte[] text(List<LeakRule> rules, int length) {
      return filled("curl https://a.example -u me: -H x -u \"a:\" --user b\r\n", length);
    }
  },
  /** One line of words that begin a match, and of a token that lacks its last character. */
  ONE_LINE {
    @Override
    byte[] text(List<LeakRule> rules, int length) {
      String word = "secret_token.api-key.";
      return filled(word.repeat(3) + "ghp_" + "a1B2c3D4e5".repeat(3) + "a1B2c=", length);
    }
  },
  /** Base64 of base64, five times. */
  NESTED_BASE64 {
    @Override
    byte[] text(List<LeakRule> rules, int length) {
      byte[] text = filled("Base64 of base64 of an ordinary sentence, with a token = x. ", length);
      for (int i = 0; i < NESTED; i++) {
        text = Base64.getEncoder().encode(text);
      }
      return text;
    }
  },
  /** A stream that grows a thousand times. */
  GZIP {
    @Override
    byte[] text(List<LeakRule> rules, int length) {
      return zipped((long) length * THOUSAND, length);
    }
  },
  /** Many small streams, each of which grows some hundred times. */
  MANY_GZIPS {
    @Override
    byte[] text(List<LeakRule> rules, int length) {
      return filled(new String(zipped(SMALL, SMALL), ISO_8859_1), length);
    }
  };

  private static final int NESTED = 5;
  private static final int THOUSAND = 1_000;
  private static final int SMALL = 1 << 16;
  private static final int BUFFER = 1 << 16;

  abstract byte[] text(List<LeakRule> rules, int length);

  /**
   * Makes the body.
   *
   * @param rules what is looked for
   * @param length how many bytes
   * @return a body of that length
   */
  public byte[] bytes(List<LeakRule> rules, int length) {
    return Arrays.copyOf(text(rules, length), length);
  }

  private static byte[] filled(String text, int length) {
    return text.repeat(length / text.length() + 1).getBytes(ISO_8859_1);
  }

  private static byte[] zipped(long inflated, int most) {
    byte[] text = filled("curl -u ", BUFFER);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      for (long done = 0; done < inflated && zipped.size() < most; done += BUFFER) {
        out.write(text, 0, BUFFER);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return zipped.toByteArray();
  }
}
