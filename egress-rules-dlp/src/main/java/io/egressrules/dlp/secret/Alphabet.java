package io.egressrules.dlp.secret;

/** The characters that a run in a key is made of. */
enum Alphabet {
  DIGIT("0-9"),
  HEX("0-9a-f"),
  UPPER_HEX("0-9A-F"),
  ANY_HEX("0-9A-Fa-f"),
  LETTER("A-Za-z"),
  LOWER("0-9a-z"),
  UPPER("0-9A-Z"),
  BASE32("2-7A-Z"),
  BECH32("02-9AC-HJ-NP-Z"),
  BASE62("0-9A-Za-z"),
  BASE64("0-9A-Za-z+/"),
  BASE64_PADDED("0-9A-Za-z+/="),
  PATH("0-9A-Za-z/"),
  PERCENT("0-9A-Za-z%"),
  ID("0-9A-Za-z\\-"),
  LOWER_ID("0-9a-z\\-"),
  TENANT("0-9A-Za-z@\\-"),
  BASE64_URL("0-9A-Za-z+/=_\\-"),
  URL("0-9A-Za-z_\\-"),
  URL_PADDED("0-9A-Za-z_=\\-"),
  URL_DOTTED("0-9A-Za-z_.=\\-");

  private final String members;

  Alphabet(String members) {
    this.members = members;
  }

  /** The inside of a character class in RE2 syntax. */
  String members() {
    return members;
  }

  /** The members that no word of a programming language holds; empty if there are none. */
  String beyondWords() {
    return members.replaceAll("[0-9A-Za-z](?:-[0-9A-Za-z])?|_", "");
  }

  /**
   * Characters of this alphabet in an order that looks random and is always the same.
   *
   * @param length how many
   * @param seed where to begin
   */
  String sample(int length, int seed) {
    StringBuilder all = new StringBuilder();
    for (char c = '0'; c <= 'z'; c++) {
      if (Character.toString(c).matches("[" + members + "&&[0-9A-Za-z]]")) {
        all.append(c);
      }
    }
    StringBuilder sample = new StringBuilder();
    int state = seed + 7;
    for (int i = 0; i < length; i++) {
      state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
      sample.append(all.charAt((state >> 12) % all.length()));
    }
    return sample.toString();
  }
}
