package io.egressrules.examples.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class PositionsProperties {

  @Property
  void a_position_counts_the_lines_before_and_the_code_points_of_its_own(
      @ForAll
          @StringLength(max = 60)
          @CharRange(from = 'a', to = 'c')
          @CharRange(from = '\n', to = '\n')
          @CharRange(from = 'ß', to = 'ß')
          @CharRange(from = '€', to = '€')
          String before,
      @ForAll @StringLength(max = 5) String after)
      throws IOException {
    long offset = before.getBytes(UTF_8).length;
    String line = before.substring(before.lastIndexOf('\n') + 1);
    Position expected =
        new Position(
            before.chars().filter(c -> c == '\n').count() + 1,
            line.codePointCount(0, line.length()) + 1L);

    byte[] text = (before + after).getBytes(UTF_8);

    assertThat(Positions.of(new ByteArrayInputStream(text), List.of(offset, 0L)))
        .containsEntry(offset, expected)
        .containsEntry(0L, Position.START);
  }
}
