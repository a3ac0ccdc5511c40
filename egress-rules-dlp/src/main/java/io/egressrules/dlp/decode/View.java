package io.egressrules.dlp.decode;

import org.jspecify.annotations.Nullable;

/**
 * Derives a text in which spellings are replaced by what they stand for and all else is copied. It
 * begins a little before the first spelling and ends some way after the last, so plain text costs
 * no copy.
 */
final class View implements Decoder {
  /** How much plain text a view begins with. */
  private static final int LEAD = 256;

  /** After how much plain text a view ends at the next white space. */
  private static final int LINGER = 512;

  /** After how much it ends anywhere. */
  private static final int MOST = 4096;

  private final Unfolding unfolding;
  private final Text text;
  private final Spelling spelling;
  private final int marks;
  private long place;
  private long copied;
  private long least;
  private long until;
  private @Nullable Text view;

  View(Unfolding unfolding, Text text, Spelling spelling) {
    this.unfolding = unfolding;
    this.text = text;
    this.spelling = spelling;
    marks = spelling.marks();
  }

  @Override
  public void read(boolean last) {
    int limit = text.limit();
    int at = text.index(place);
    while (at < limit) {
      at = text.marks().next(text.bytes(), at, limit, marks);
      if (at == limit || (limit - at < Spelling.LONGEST && !last)) {
        break;
      }
      int spelled = spelling.read(text.bytes(), at, limit);
      if (spelled == Spelled.NOTHING) {
        at++;
      } else {
        replace(spelled, text.offset(at), limit);
        at += Spelled.length(spelled);
      }
    }
    place = text.offset(at);
    copy(place);
    if (view != null && last) {
      view.end();
      view = null;
    } else if (view != null) {
      view.flush();
    }
  }

  private void replace(int spelled, long at, int limit) {
    copy(at);
    if (view == null) {
      if (Spelled.isWeak(spelled) || text.copied(at - LEAD, at + Spelled.length(spelled) - 1)) {
        return;
      }
      begin(at, limit);
    }
    put(spelled, at);
  }

  /** Begins a view with the text before its first spelling, in which there may be weak ones. */
  private void begin(long at, int limit) {
    copied = Math.max(0, at - LEAD);
    view = unfolding.open(text, spelling.encoding(), FieldName.before(text, at), at);
    linger(at);
    int i = text.marks().next(text.bytes(), text.index(copied), text.index(at), marks);
    while (text.offset(i) < at) {
      int spelled = spelling.read(text.bytes(), i, limit);
      int length = Math.max(1, Spelled.length(spelled));
      if (spelled != Spelled.NOTHING && text.offset(i) + length <= at) {
        put(spelled, text.offset(i));
      }
      i = text.marks().next(text.bytes(), i + length, Math.max(i + length, text.index(at)), marks);
    }
  }

  private void put(int spelled, long at) {
    copy(at);
    Text to = view;
    if (to == null) {
      return;
    }
    long end = at + Spelled.length(spelled);
    if (!Spelled.isWeak(spelled)) {
      linger(end);
    }
    long before = to.origins().length();
    Spelled.put(spelled, to, text.origins().start(at), text.origins().end(end - 1));
    to.spelled(to.origins().length() - before, at, Spelled.length(spelled));
    copied = end;
  }

  private void copy(long to) {
    if (view == null) {
      return;
    }
    long end = ending(to);
    view.copy(text, copied, end);
    copied = to;
    if (end < to || end == until) {
      view.end();
      view = null;
    }
  }

  /** Where the view ends; what is copied next ends if it goes on. */
  private long ending(long to) {
    byte[] bytes = text.bytes();
    long last = Math.min(to, until);
    long at = Math.max(copied, least);
    while (at < last && !isSpace(bytes[text.index(at)])) {
      at++;
    }
    return Math.min(at, last);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private void linger(long end) {
    least = end + LINGER;
    until = end + MOST;
  }

  @Override
  public long settled() {
    long own = text.origins().start(Math.max(0, place - LEAD));
    return view == null ? own : Math.min(view.settled(), own);
  }

  @Override
  public void close() {
    if (view != null) {
      view.end();
      view = null;
    }
  }
}
