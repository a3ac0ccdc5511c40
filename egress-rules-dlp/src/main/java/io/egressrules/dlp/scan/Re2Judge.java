package io.egressrules.dlp.scan;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** RE2/J as the judge. */
final class Re2Judge implements Judge {
  private final Pattern pattern;

  private Re2Judge(Pattern pattern) {
    this.pattern = pattern;
  }

  static Judge of(String pattern) {
    try {
      return new Re2Judge(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getDescription(), e);
    }
  }

  @Override
  public int @Nullable [] judge(CharSequence text, boolean atStart) {
    Matcher matcher = pattern.matcher(text);
    if (!(atStart ? matcher.lookingAt() : matcher.find())) {
      return null;
    }
    int[] spans = new int[2 + 2 * matcher.groupCount()];
    for (int group = 0; group <= matcher.groupCount(); group++) {
      spans[2 * group] = matcher.start(group);
      spans[2 * group + 1] = matcher.end(group);
    }
    return spans;
  }
}
