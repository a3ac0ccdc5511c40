package io.egressrules.dlp.detector;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Finds what a detector finds in a text by the slow way: each pattern alone, with RE2/J. */
public final class SlowSearch {
  private SlowSearch() {}

  /** The values of a detector in a text that are findings at any confidence. */
  public static List<String> values(Detector detector, String text) {
    List<String> values = new ArrayList<>();
    for (String pattern : detector.patterns()) {
      Matcher matcher = Pattern.compile(pattern).matcher(text);
      while (matcher.find()) {
        Candidate candidate = candidate(matcher, text);
        if (detector.judge(candidate).isPresent()) {
          values.add(candidate.value());
        }
      }
    }
    return values;
  }

  private static Candidate candidate(Matcher matcher, String text) {
    int start = matcher.start();
    int end = matcher.end();
    return new Candidate(
        text.substring(Math.max(0, start - Candidate.CONTEXT), start),
        text.substring(start, end),
        value(matcher),
        text.substring(end, Math.min(text.length(), end + Candidate.CONTEXT)),
        "");
  }

  private static String value(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String caught = matcher.group(group);
      if (caught != null) {
        return caught;
      }
    }
    return matcher.group();
  }
}
