package io.egressrules.examples.benchmarks.workload;

import java.util.List;
import java.util.SplittableRandom;

/** English and source code that say nothing, line by line. */
final class Prose {
  private static final List<String> ENGLISH =
      words(
          """
          the the the the the of of of and and and to to to in in a a a is is that for it was on are as
          with be by at this have from or had not but what all were when we there can an your which
          their said if do will each about how up out them then she many some so these would other
          into has more her two like him see time could no make than first been its who now people
          my made over did down only way find use may water long little very after words called just
          where most know get through back much before go good new write our used me man too any day
          same right look think also around another came come work three must because does part even
          place well such here take why things help put years different away again off went old number
          great tell men say small every found still between name should home big give air line set
          own under read last never us left end along while might next sound below saw something
          thought both few those always looked show large often together asked house world going want
          school important until form food keep children feet land side without boy once animals life
          enough took four head above kind began almost live page got earth need far hand high year
          mother light country father let night picture being study second soon story since white ever
          paper hard near sentence better best across during today however sure knew try told young sun
          key account access password customer delivery invoice payment secret author token service
          """);

  private static final List<String> NAMES =
      words(
          """
          order invoice customer account payment item line total amount price stock parcel address
          street country user session token key access client server request response header body
          reader writer buffer index offset length size count limit cursor node entry value name table
          column row cache queue worker task event message channel topic batch page filter policy rule
          """);

  private static final List<String> SOURCE =
      List.of(
          "package com.example.%s.%s;",
          "import com.example.%s.%s.Abstract;",
          "public final class %s extends Base<%s> {",
          "  private final Map<String, %s> %s = new HashMap<>();",
          "  private static final int %s_%s = 42;",
          "  public %s find(String %s) throws IOException {",
          "    if (%s == null || %s.isEmpty()) {",
          "      throw new IllegalArgumentException(\"no %s of that %s\");",
          "    }",
          "    for (int i = 0; i < %s.size(); i++) { total += %s.get(i); }",
          "    return %s.stream().filter(each -> each.%s() > 0).toList();",
          "    String %s = config.getString(\"app.%s\", \"default\");",
          "    logger.debug(\"%s is {}\", this.%s);",
          "  /** The %s of the %s, or null. */",
          "const %s = await fetch(`/api/v2/${%s}`, { method: 'GET' });",
          "def load_%s(self, %s, timeout=30):",
          "    self.%s = kwargs.pop('%s', None)",
          "func (s *Server) handle%s(w http.ResponseWriter, %s *Request) error {",
          "  %s: ${{ env.%s }}",
          "  <property name=\"%s\" value=\"%s\"/>",
          "SELECT %s.id, count(*) FROM %s GROUP BY 1 ORDER BY 2 DESC;",
          "}",
          "");

  private static final int WORDS_OF_A_LINE = 14;
  private static final int WORDS_OF_A_SENTENCE = 11;

  private final SplittableRandom random;

  Prose(SplittableRandom random) {
    this.random = random;
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }

  /** A line of English. */
  String english() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < WORDS_OF_A_LINE; i++) {
      line.append(anyOf(ENGLISH)).append(random.nextInt(WORDS_OF_A_SENTENCE) == 0 ? ". " : " ");
    }
    return line.append('\n').toString();
  }

  /** A line of source code. */
  String source() {
    return anyOf(SOURCE).formatted(name(), name()) + "\n";
  }

  private String name() {
    String second = anyOf(NAMES);
    return anyOf(NAMES) + Character.toUpperCase(second.charAt(0)) + second.substring(1);
  }

  private String anyOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
