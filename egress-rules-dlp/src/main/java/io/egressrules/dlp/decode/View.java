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

  /** After how much plain text a view ends. */
  private static final int LINGER = 4096;

  private final Unfolding unfolding;
  private final Text text;
  private final Spelling spelling;
  private final int marks;
  private long place;
  private long copied;
  private long until;
  private @Nullable Text view;

  View(Unfolding unfolding, Text text, Spelling spelling) {
    this.unfolding = unfolding;
    this.text = text;
    this.spelling = spelling;
    marks = spelling.marks();
  }

  @Override
  public void read(int seen, boolean last) {
    int limit = text.limit();
    int at = text.index(place);
    if ((seen & marks) == 0 && place == text.fresh()) {
      at = limit;
    }
    while (at < limit) {
      at = Marks.next(text.bytes(), at, limit, marks);
      if (at == limit || (limit - at < Spelling.LONGEST && !last)) {
        break;
      }
      int spelled = spelling.read(text.bytes(), at, limit);
      if (spelled == Spelled.NOTHING) {
        at++;
      } else {
        replace(spelled, text.offset(at));
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

  private void replace(int spelled, long at) {
    copy(at);
    long end = at + Spelled.length(spelled);
    if (view == null) {
      if (Spelled.isWeak(spelled) || text.copied(at - LEAD, end - 1)) {
        return;
      }
      copied = Math.max(0, at - LEAD);
      view = unfolding.open(text, spelling.encoding(), FieldName.before(text, at), at);
      until = end + LINGER;
      copy(at);
    }
    if (!Spelled.isWeak(spelled)) {
      until = end + LINGER;
    }
    long before = view.origins().length();
    Spelled.put(spelled, view, text.origins().start(at), text.origins().end(end - 1));
    view.spelled(view.origins().length() - before, at, Spelled.length(spelled));
    copied = end;
  }

  private void copy(long to) {
    if (view == null) {
      return;
    }
    if (to > copied) {
      view.copy(text, copied, Math.min(to, until));
      copied = to;
    }
    if (to >= until) {
      view.end();
      view = null;
    }
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
