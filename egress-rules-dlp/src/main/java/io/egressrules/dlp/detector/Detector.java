package io.egressrules.dlp.detector;

import io.egressrules.policy.Confidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of sensitive data looks like, and how sure its form makes us. Immutable; safe for
 * use by several threads.
 *
 * <p>A match of one of the patterns is judged in this order: its value must not hold a stop word,
 * must reach the entropy floor and must not be {@link Validator.Verdict#INVALID}. Its confidence is
 * then that of the form; a context word near it (a whole word, in any case, within 48 characters of
 * the match or in the name of its field) lifts it to that of the context, and {@link
 * Validator.Verdict#PROVEN} to {@link Confidence#VERY_LIKELY}.
 *
 * @since 0.1
 */
public final class Detector {

  /**
   * What a detector protects.
   *
   * @since 0.1
   */
  public enum Kind {
    /** Keys, tokens, passwords: what gives access. */
    SECRET,
    /** What identifies a person, or a person's account. */
    PERSONAL,
    /** What belongs to the organisation that wrote the detector. */
    OWN
  }

  private final String id;
  private final Kind kind;
  private final String meaning;
  private final String source;
  private final List<String> patterns;
  private final Optional<Confidence> alone;
  private final Confidence inContext;
  private final ContextWords context;
  private final Validator validator;
  private final double entropyFloor;
  private final StopWords stopWords;
  private final boolean general;
  private final List<String> positives;
  private final List<String> negatives;

  private Detector(Builder builder) {
    id = builder.id;
    kind = builder.kind;
    meaning = builder.meaning;
    source = builder.source;
    patterns = List.copyOf(builder.patterns);
    alone = Optional.ofNullable(builder.alone);
    inContext = builder.inContext;
    context = ContextWords.of(builder.context);
    validator = builder.validator;
    entropyFloor = builder.entropyFloor;
    stopWords = StopWords.of(builder.stopWords);
    general = builder.general;
    positives = List.copyOf(builder.positives);
    negatives = List.copyOf(builder.negatives);
  }

  /**
   * Begins a detector.
   *
   * @param id its id, lower-case words joined by {@code -}, as findings and profiles name it
   * @param kind what it protects
   * @return a builder
   */
  public static Builder builder(String id, Kind kind) {
    return new Builder(id, kind);
  }

  /**
   * Its id.
   *
   * @return lower-case words joined by {@code -}
   */
  public String id() {
    return id;
  }

  /**
   * What it protects.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * What it finds, for a reader.
   *
   * @return a few words
   */
  public String meaning() {
    return meaning;
  }

  /**
   * The document that describes the form.
   *
   * @return an address or the name of a standard; empty if none was given
   */
  public String source() {
    return source;
  }

  /**
   * Its patterns.
   *
   * @return at least one, in RE2 syntax
   */
  public List<String> patterns() {
    return patterns;
  }

  /**
   * How sure the form alone makes us.
   *
   * @return a confidence; empty if a context word is required
   */
  public Optional<Confidence> alone() {
    return alone;
  }

  /**
   * How sure the form makes us when a context word is near.
   *
   * @return a confidence
   */
  public Confidence inContext() {
    return inContext;
  }

  /**
   * The words that speak for it when they stand near.
   *
   * @return words in lower case
   */
  public Set<String> contextWords() {
    return context.words();
  }

  /**
   * Whether it knows a value by what it is called only, so that its findings yield to those of
   * others in the same place.
   *
   * @return false for a form of its own
   */
  public boolean isGeneral() {
    return general;
  }

  /**
   * Texts that it finds exactly one value in.
   *
   * @return examples
   */
  public List<String> positives() {
    return positives;
  }

  /**
   * Texts that it finds nothing in.
   *
   * @return examples
   */
  public List<String> negatives() {
    return negatives;
  }

  /**
   * Judges a match of one of its patterns.
   *
   * @param candidate the match with the text around it
   * @return how sure it is; empty if it is no finding
   */
  public Optional<Confidence> judge(Candidate candidate) {
    if (stopWords.in(candidate.value()) || Entropy.of(candidate.value()) < entropyFloor) {
      return Optional.empty();
    }
    return switch (validator.check(candidate.value())) {
      case INVALID -> Optional.empty();
      case PROVEN -> Optional.of(Confidence.VERY_LIKELY);
      case PLAUSIBLE -> context.near(candidate) ? Optional.of(inContext) : alone;
    };
  }

  /** Names it, and nothing more. */
  @Override
  public String toString() {
    return id;
  }

  /**
   * Builds a {@link Detector}. In texts given to {@link #finds} and {@link #ignores} the character
   * {@code ·} is taken out, so that a source file can hold an example in two halves that no scanner
   * of source files reports.
   *
   * @since 0.1
   */
  public static final class Builder {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final String HALVES = "·";

    private final String id;
    private final Kind kind;
    private String meaning = "";
    private String source = "";
    private final List<String> patterns = new ArrayList<>();
    private @Nullable Confidence alone = Confidence.LIKELY;
    private Confidence inContext = Confidence.LIKELY;
    private final Set<String> context = new LinkedHashSet<>();
    private Validator validator = value -> Validator.Verdict.PLAUSIBLE;
    private double entropyFloor;
    private final Set<String> stopWords = new LinkedHashSet<>();
    private boolean general;
    private final List<String> positives = new ArrayList<>();
    private final List<String> negatives = new ArrayList<>();

    private Builder(String id, Kind kind) {
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "`" + id + "` is no detector id; write lower-case words and digits joined by `-`");
      }
      this.id = id;
      this.kind = Objects.requireNonNull(kind);
    }

    /**
     * Says what it finds.
     *
     * @param words a few words for a reader
     * @return this
     */
    public Builder meaning(String words) {
      meaning = Objects.requireNonNull(words);
      return this;
    }

    /**
     * Names the document that describes the form.
     *
     * @param document an address or the name of a standard
     * @return this
     */
    public Builder source(String document) {
      source = Objects.requireNonNull(document);
      return this;
    }

    /**
     * Adds a pattern. The value is what its first group caught that took part, or the whole match.
     *
     * @param pattern a pattern in RE2 syntax that does not match the empty text
     * @return this
     */
    public Builder pattern(String pattern) {
      patterns.add(Objects.requireNonNull(pattern));
      return this;
    }

    /**
     * Says how sure the form makes us, with and without context words.
     *
     * @param confidence the confidence; {@link Confidence#LIKELY} unless told
     * @return this
     */
    public Builder confidence(Confidence confidence) {
      alone = Objects.requireNonNull(confidence);
      inContext = confidence;
      return this;
    }

    /**
     * Adds context words that lift the confidence.
     *
     * @param confidence the confidence when one of the words is near
     * @param words whole words; case does not matter
     * @return this
     */
    public Builder near(Confidence confidence, String... words) {
      inContext = Objects.requireNonNull(confidence);
      context.addAll(List.of(words));
      return this;
    }

    /**
     * Adds context words without which there is no finding.
     *
     * @param confidence the confidence when one of the words is near
     * @param words whole words; case does not matter
     * @return this
     */
    public Builder onlyNear(Confidence confidence, String... words) {
      alone = null;
      return near(confidence, words);
    }

    /**
     * Sets the validator.
     *
     * @param check checks each value
     * @return this
     */
    public Builder validator(Validator check) {
      validator = Objects.requireNonNull(check);
      return this;
    }

    /**
     * Sets the least entropy of a value.
     *
     * @param bits Shannon entropy in bits for each character, from 0 to 8
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder entropyFloor(double bits) {
      if (!(bits >= 0 && bits <= 8)) {
        throw new IllegalArgumentException("an entropy floor is from 0 to 8 bits a character");
      }
      entropyFloor = bits;
      return this;
    }

    /**
     * Adds texts that no value holds.
     *
     * @param words texts; case does not matter
     * @return this
     */
    public Builder stopWords(String... words) {
      stopWords.addAll(List.of(words));
      return this;
    }

    /**
     * Says that it knows a value by what it is called only. Where another detector finds as much,
     * as surely, and no less is done about it, that finding stands for both.
     *
     * @return this
     */
    public Builder general() {
      general = true;
      return this;
    }

    /**
     * Adds texts in each of which it finds one value.
     *
     * @param texts examples
     * @return this
     */
    public Builder finds(String... texts) {
      List.of(texts).forEach(text -> positives.add(text.replace(HALVES, "")));
      return this;
    }

    /**
     * Adds texts in none of which it finds a value.
     *
     * @param texts examples
     * @return this
     */
    public Builder ignores(String... texts) {
      List.of(texts).forEach(text -> negatives.add(text.replace(HALVES, "")));
      return this;
    }

    /**
     * The detector.
     *
     * @return a detector
     * @throws IllegalArgumentException if it has no pattern, or one of its texts is empty
     */
    public Detector build() {
      if (patterns.isEmpty()) {
        throw new IllegalArgumentException("detector `" + id + "` needs a pattern");
      }
      if (patterns.contains("") || context.contains("") || stopWords.contains("")) {
        throw new IllegalArgumentException(
            "detector `" + id + "` holds an empty text, which is everywhere; remove it");
      }
      return new Detector(this);
    }
  }
}
