package io.egressrules.dlp.decode;

import java.util.List;

/**
 * A text derived from a body.
 *
 * @param name what the text is the value of, as far as what stands before it tells: a JSON key, a
 *     form field, a part of a multipart body, an element or an attribute; empty if it does not
 * @param encodings how it is written in the body, the outermost first; empty for the body itself
 * @param origins where in the body it came from, kept up as the text is passed on
 */
public record Layer(String name, List<Encoding> encodings, Origins origins) {
  /**
   * A text.
   *
   * @param name what the text is the value of, or empty
   * @param encodings how it is written in the body, the outermost first
   * @param origins where in the body it came from
   */
  public Layer {
    encodings = List.copyOf(encodings);
  }

  /** Names its encodings, and nothing of the body. */
  @Override
  public String toString() {
    return "Layer" + encodings;
  }
}
