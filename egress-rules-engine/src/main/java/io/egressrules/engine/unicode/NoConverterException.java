package io.egressrules.engine.unicode;

/** Says that a Unicode name met no converter, because ICU4J is not on the class path. */
public final class NoConverterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoConverterException(NoClassDefFoundError absent) {
    super(
        "a unicode name cannot be converted; write its `xn--` form, or add com.ibm.icu:icu4j to"
            + " the class path",
        absent);
  }
}
