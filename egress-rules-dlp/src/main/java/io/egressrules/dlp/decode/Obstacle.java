package io.egressrules.dlp.decode;

/** Why a part of a body was not seen through. */
public enum Obstacle {
  /** Encodings are nested deeper than the limit. */
  DEPTH,
  /** More text was derived than the limit allows. */
  SIZE,
  /** A compressed stream grows more than the limit allows. */
  RATIO,
  /** More texts were derived at the same time than the limit allows. */
  BREADTH,
  /** A declared encoding, or an archive's method, that is not known. */
  UNDECODABLE,
  /** The bytes are not what is declared of them, or end too early. */
  CORRUPT,
  /** An archive's entry is encrypted. */
  ENCRYPTED
}
