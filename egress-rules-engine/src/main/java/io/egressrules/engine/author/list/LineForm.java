package io.egressrules.engine.author.list;

import java.util.List;

/**
 * What the lines of a list file look like. Both methods throw {@link IllegalArgumentException} with
 * the fix.
 *
 * @param <E> the kind of entry
 */
interface LineForm<E> {

  /** The entries among the words of a line; none when the line says nothing. */
  List<Word> entries(List<Word> words);

  /** The values of an entry. */
  List<E> values(String entry);
}
