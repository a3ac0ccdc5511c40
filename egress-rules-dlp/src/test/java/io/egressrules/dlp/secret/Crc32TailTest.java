package io.egressrules.dlp.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.dlp.detector.Validator.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class Crc32TailTest {
  private static final String BODY = "012345678901234567890123456789";

  @Test
  void a_base_62_tail_that_fits_proves_the_token() {
    assertThat(Crc32Tail.BASE62.check("ghp_" + BODY + base62(crc(BODY)))).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void a_base_62_tail_is_padded_with_zeros() {
    assertThat(Crc32Tail.BASE62.check("ghp_" + zeroTailed())).isEqualTo(Verdict.PROVEN);
  }

  @Test
  void a_tail_that_does_not_fit_takes_nothing_away() {
    assertThat(Crc32Tail.BASE62.check("ghp_" + BODY + "000000")).isEqualTo(Verdict.PLAUSIBLE);
    assertThat(Crc32Tail.HEX.check("cfat_" + BODY + "00000000")).isEqualTo(Verdict.PLAUSIBLE);
    assertThat(Crc32Tail.HEX_OF_ALL.check("ATBB" + BODY + "00000000")).isEqualTo(Verdict.PLAUSIBLE);
  }

  @Test
  void a_hexadecimal_tail_is_of_the_body_or_of_all_before_it() {
    assertThat(Crc32Tail.HEX.check("cfat_" + BODY + hex(BODY))).isEqualTo(Verdict.PROVEN);
    String all = "ATBB" + BODY;
    assertThat(Crc32Tail.HEX_OF_ALL.check(all + hex(all).toUpperCase(Locale.ROOT)))
        .isEqualTo(Verdict.PROVEN);
    assertThat(Crc32Tail.HEX_OF_ALL.check(all + hex(BODY))).isEqualTo(Verdict.PLAUSIBLE);
  }

  /** A body whose checksum is small enough to need a zero before it. */
  private static String zeroTailed() {
    for (int i = 0; ; i++) {
      String body = String.format(Locale.ROOT, "%030d", i);
      if (crc(body) < 62L * 62 * 62 * 62 * 62) {
        return body + base62(crc(body));
      }
    }
  }

  private static long crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private static String hex(String text) {
    return String.format(Locale.ROOT, "%08x", crc(text));
  }

  private static String base62(long number) {
    String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    String text = "";
    for (long rest = number; text.length() < 6; rest /= 62) {
      text = digits.charAt((int) (rest % 62)) + text;
    }
    return text;
  }
}
