package io.egressrules.examples.benchmarks.workload;

/**
 * Host names by number, each different: a word before a made-up domain of four syllables, four
 * names to a domain, about 18 characters.
 */
public final class Hosts {
  private static final String[] WORDS = {"api", "static", "login", "eu-west"};
  private static final String[] SUFFIXES = {"com", "net", "org", "io", "de", "co.uk", "app", "dev"};
  private static final String CONSONANTS = "bcdfghjklmnprstv";
  private static final String VOWELS = "aeio";
  private static final int SYLLABLES = 4;
  private static final int SYLLABLE_BITS = 6;

  private Hosts() {}

  /**
   * A host name.
   *
   * @param number from 0 to 2^26 - 1
   * @return its canonical text, another for every number
   */
  public static String name(int number) {
    return WORDS[number % WORDS.length] + "." + domain(number / WORDS.length);
  }

  /** The multiplier is odd, so no two numbers below 2^24 get the same syllables. */
  private static String domain(int number) {
    int bits = number * 0x5D_B3D7;
    StringBuilder text = new StringBuilder(16);
    for (int i = 0; i < SYLLABLES; i++) {
      int syllable = bits >>> (i * SYLLABLE_BITS);
      text.append(CONSONANTS.charAt(syllable >>> 2 & 0xf)).append(VOWELS.charAt(syllable & 3));
    }
    return text.append('.').append(SUFFIXES[number % SUFFIXES.length]).toString();
  }
}
