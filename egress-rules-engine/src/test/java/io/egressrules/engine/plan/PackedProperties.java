package io.egressrules.engine.plan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.egressrules.net.Cidr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PackedProperties {
  @Property
  void whatIsWrittenIsRead(
      @ForAll @IntRange(min = 0) int number,
      @ForAll long fixed,
      @ForAll String text,
      @ForAll byte[] bytes) {
    String sound = new String(text.getBytes(UTF_8), UTF_8);
    byte[] written =
        new PackedWriter().number(number).fixed(fixed, 8).text(sound).bytes(bytes).toBytes();
    PackedReader in = new PackedReader(written);
    assertThat(in.number()).isEqualTo(number);
    assertThat(in.fixed(8)).isEqualTo(fixed);
    assertThat(in.text()).isEqualTo(sound);
    assertThat(in.bytes()).isEqualTo(bytes);
    assertThat(in.isAtEnd()).isTrue();
  }

  @Property
  void whatIsCutOffIsRefused(@ForAll @IntRange(min = 0) int number, @ForAll String text) {
    byte[] written = new PackedWriter().number(number).text(text).toBytes();
    for (int end = 0; end < written.length; end++) {
      PackedReader in = new PackedReader(written, 0, end);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> {
                in.number();
                in.text();
              });
    }
  }

  @Test
  void aNumberThatNoIntHoldsIsRefused() {
    for (byte[] bytes :
        List.of(
            new byte[] {-1, -1, -1, -1, 8}, new byte[] {-1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0})) {
      assertThatIllegalArgumentException().isThrownBy(() -> new PackedReader(bytes).number());
    }
    assertThat(new PackedReader(new byte[] {-1, -1, -1, -1, 7}).number())
        .isEqualTo(Integer.MAX_VALUE);
    assertThatIllegalArgumentException().isThrownBy(() -> new PackedWriter().number(-1));
  }

  @Test
  void aSizeThatTheRestCannotHoldIsRefusedBeforeAnythingIsAllocated() {
    byte[] promise = new PackedWriter().number(Integer.MAX_VALUE).toBytes();
    assertThatIllegalArgumentException().isThrownBy(() -> new PackedReader(promise).size());
    assertThatIllegalArgumentException().isThrownBy(() -> new PackedReader(promise).bytes());
    assertThatIllegalArgumentException().isThrownBy(() -> new PackedReader(promise).text());
  }

  @Test
  void aTableIsReadAsItWasBuilt() {
    NameTable names = NameTable.builder().put("a.example", 1, 0).put("b.example", 300, 2).build();
    CidrTable cidrs =
        CidrTable.builder()
            .put(Cidr.parse("10.0.0.0/8"), 1)
            .put(Cidr.parse("0.0.0.0/0"), 2)
            .put(Cidr.parse("2001:db8::/32"), 3)
            .put(Cidr.parse("ff::1/128"), 4)
            .build();
    PackedWriter out = new PackedWriter();
    names.write(out);
    cidrs.write(out);
    PackedReader in = new PackedReader(out.toBytes());
    List<Object> seen = new ArrayList<>();
    NameTable.read(in)
        .forEach(
            (ascii, from, to, at, below) ->
                seen.addAll(List.of(new String(ascii, from, to - from, US_ASCII), at, below)));
    CidrTable.read(in).forEach((cidr, number) -> seen.addAll(List.of(cidr.toString(), number)));
    assertThat(seen)
        .isEqualTo(
            Arrays.<Object>asList(
                "a.example",
                1,
                0,
                "b.example",
                300,
                2,
                "10.0.0.0/8",
                1,
                "0.0.0.0/0",
                2,
                "2001:db8::/32",
                3,
                "ff::1/128",
                4));
  }

  @Test
  void aTableOfAnotherSizeThanItSaysIsRefused() {
    byte[] one = new PackedWriter().text("a.example").number(1).number(0).toBytes();
    for (int size : new int[] {0, 2}) {
      PackedReader in = new PackedReader(new PackedWriter().number(size).bytes(one).toBytes());
      NameTable table = NameTable.read(in);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> table.forEach((ascii, from, to, at, below) -> {}));
    }
    CidrTable none =
        CidrTable.read(
            new PackedReader(new PackedWriter().number(1).bytes(new byte[] {33, 0}).toBytes()));
    assertThatIllegalArgumentException().isThrownBy(() -> none.forEach((cidr, number) -> {}));
  }
}
