package io.egressrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.egressrules.ReasonCode.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The codes against the normative table of levels. */
class ReasonCodeTest {
  private static final Pattern CODE = Pattern.compile("`([A-Z][A-Z_]{5,})`");

  /** A row of the table: level, test, result, whether it may be report-only. */
  record Row(int level, String result, String reportOnly) {
    static Row of(String line) {
      String[] cells = line.split("\\|", -1);
      return new Row(Integer.parseInt(cells[1].strip()), cells[3], cells[4].strip());
    }
  }

  static Stream<Row> levels() throws IOException {
    List<String> page = Files.readAllLines(Path.of("SEMANTICS.md"));
    return page.stream().filter(line -> line.matches("\\| [0-6] \\|.*")).map(Row::of);
  }

  @Test
  void thePageHasALevelForEachOfZeroToSix() throws IOException {
    assertThat(levels().map(Row::level)).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @MethodSource("levels")
  void theCodesOfALevelAreThoseOfThePage(Row row) {
    List<String> codes = CODE.matcher(row.result).results().map(m -> m.group(1)).toList();
    assertThat(codes)
        .isNotEmpty()
        .allSatisfy(code -> assertThat(ReasonCode.valueOf(code).level()).isEqualTo(row.level));
  }

  @ParameterizedTest
  @MethodSource("levels")
  void onlyLevelsZeroAndOneAreNeverReportOnly(Row row) {
    assertThat(row.reportOnly.equals("never")).isEqualTo(row.level <= 1);
  }

  @Test
  void everyCodeOfThePageExists() throws IOException {
    String page = Files.readString(Path.of("SEMANTICS.md"));
    assertThat(CODE.matcher(page).results().map(m -> m.group(1)).distinct())
        .hasSizeGreaterThan(15)
        .allSatisfy(code -> assertThat(ReasonCode.valueOf(code)).isNotNull());
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void whatIsWrongWithTheTargetIsLevelZero(ReasonCode code) {
    assertThat(code.kind() != Kind.TARGET || code.level() == 0).isTrue();
    assertThat(code.level()).isBetween(0, 6);
  }

  @Test
  void aFailureIsNeverAnAllowance() {
    assertThat(ReasonCode.values())
        .filteredOn(code -> code.level() == 5)
        .containsExactly(
            ReasonCode.ALLOWED_BY_RULE, ReasonCode.ADDRESS_PENDING, ReasonCode.REPORT_ONLY)
        .allSatisfy(code -> assertThat(code.kind()).isEqualTo(Kind.POLICY));
  }
}
