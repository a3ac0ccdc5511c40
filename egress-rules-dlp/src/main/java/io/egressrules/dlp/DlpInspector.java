package io.egressrules.dlp;

import io.egressrules.BodyFacts;
import io.egressrules.EgressRequest;
import io.egressrules.dlp.decode.Declared;
import io.egressrules.dlp.detector.Detector;
import io.egressrules.dlp.own.DocumentPrints;
import io.egressrules.dlp.own.ExactData;
import io.egressrules.net.DomainName;
import io.egressrules.net.Target;
import io.egressrules.policy.InspectionProfile;
import io.egressrules.policy.Policy;
import io.egressrules.spi.BodyInspector;
import io.egressrules.spi.Inspection;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Inspects what is about to leave for secrets and personal data, by the profiles of a policy.
 * Immutable; safe for use by several threads.
 *
 * <p>The profiles {@code secrets} and {@code personal-data} exist without being written: each looks
 * for all detectors of its kind and denies what is likely. A policy may define others, or those
 * anew. Of one request at most 1,000 findings are kept, and one that denies always.
 *
 * <pre>{@code
 * Policy policy = EgressRules.read(Path.of("policy.yaml"));
 * EgressGuard guard =
 *     EgressGuard.builder(EgressRules.compile(policy)).inspectors(DlpInspector.of(policy)).build();
 * }</pre>
 *
 * @since 0.1
 */
public final class DlpInspector implements BodyInspector {
  private static final int KEY_LENGTH = 32;

  private final Map<String, InspectionProfile> profiles;
  private final Supplier<DetectorSet> detectors;
  private final OwnData ownData;
  private final Fingerprints fingerprints;
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  /**
   * An inspector that offers the built-in profiles, with a random key. It compiles their detectors
   * when it first inspects, which takes seconds, once in a process; {@link #of} does so at once,
   * and only for what a policy requires.
   */
  public DlpInspector() {
    this(builder(), () -> Standard.DETECTORS);
  }

  private static DlpInspector compiled(Builder words) {
    Set<String> others = new OwnData(words.values, words.documents).ids();
    DetectorSet set = DetectorSet.of(words.catalogue.named(words.profiles.values(), others));
    return new DlpInspector(words, () -> set);
  }

  private DlpInspector(Builder words, Supplier<DetectorSet> compiled) {
    profiles = Map.copyOf(words.profiles);
    ownData = new OwnData(words.values, words.documents);
    detectors = compiled;
    fingerprints = new Fingerprints(words.key);
    clock = words.clock;
    nanoTime = words.nanoTime;
  }

  /**
   * An inspector that offers the profiles that a policy's rules require, with a random key.
   *
   * @param policy the policy, whose detectors and profiles are taken
   * @return an inspector
   * @throws IllegalArgumentException if a profile names a detector that there is not, or a pattern
   *     cannot be compiled; the message says which
   */
  public static DlpInspector of(Policy policy) {
    return builder().policy(policy).build();
  }

  /**
   * A builder of an inspector that offers the built-in profiles.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Set<String> profiles() {
    return profiles.keySet();
  }

  @Override
  public Inspection begin(EgressRequest request, Set<String> names) {
    List<InspectionProfile> applied = new ArrayList<>();
    for (String name : names) {
      InspectionProfile profile = profiles.get(name);
      if (profile == null) {
        throw new IllegalArgumentException("there is no profile of that name");
      }
      if (!isExempt(request, profile)) {
        applied.add(profile);
      }
    }
    if (applied.isEmpty()) {
      return new NoInspection();
    }
    RequestInspection inspection = inspection(applied, request.body());
    inspection.head(request);
    return inspection;
  }

  private static boolean isExempt(EgressRequest request, InspectionProfile profile) {
    Target target = request.target();
    return target != null
        && target.host() instanceof DomainName name
        && profile.exempt().stream().anyMatch(pattern -> pattern.matches(name));
  }

  private RequestInspection inspection(List<InspectionProfile> applied, @Nullable BodyFacts body) {
    return new RequestInspection(
        detectors.get(),
        ownData,
        new Treatments(applied, clock.instant()),
        fingerprints,
        new Budget(applied.stream().map(InspectionProfile::budget).toList(), nanoTime),
        body == null ? Declared.NOTHING : Declared.of(body.contentType(), body.contentEncoding()));
  }

  /** All that the built-in profiles look for, compiled when it is first asked for. */
  private static final class Standard {
    static final DetectorSet DETECTORS =
        DetectorSet.of(Catalogue.STANDARD.named(Catalogue.PROFILES, Set.of()));
  }

  /**
   * Builds a {@link DlpInspector}. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    private final Map<String, InspectionProfile> profiles = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();
    private final Map<String, ExactData> values = new LinkedHashMap<>();
    private final Map<String, DocumentPrints> documents = new LinkedHashMap<>();
    private Catalogue catalogue = Catalogue.STANDARD;
    private byte[] key = randomKey();
    private InstantSource clock = InstantSource.system();
    private LongSupplier nanoTime = System::nanoTime;
    private boolean isForPolicy;

    private Builder() {
      add(Catalogue.PROFILES);
    }

    private static byte[] randomKey() {
      byte[] key = new byte[KEY_LENGTH];
      new SecureRandom().nextBytes(key);
      return key;
    }

    /**
     * Adds the detectors and profiles of a policy. Of all profiles only those are then offered that
     * a rule requires, so that nothing else is compiled.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder policy(Policy policy) {
      catalogue = catalogue.with(policy.detectors());
      policy.rules().forEach(rule -> required.addAll(rule.require().profiles()));
      isForPolicy = true;
      return add(policy.profiles().values());
    }

    /**
     * Adds a detector made in code.
     *
     * @param detector the detector; its id must be new
     * @return this builder
     * @throws IllegalArgumentException if the id is taken
     */
    public Builder detector(Detector detector) {
      catalogue = catalogue.with(detector);
      return this;
    }

    /**
     * Adds values of the organisation's own, to be found wherever they stand.
     *
     * @param id the id by which findings and profiles name them; the kind is {@code own}
     * @param data the values, kept as keyed hashes
     * @return this builder
     * @throws IllegalArgumentException if the id is taken
     */
    public Builder exactData(String id, ExactData data) {
      requireNew(id);
      values.put(id, Objects.requireNonNull(data));
      return this;
    }

    /**
     * Adds documents of the organisation's own, to be found in part or whole. A document is noticed
     * when a text ends, so that of a body longer than a guard holds back a part may have left.
     *
     * @param id the id by which findings and profiles name them; the kind is {@code own}
     * @param prints the documents, kept as keyed hashes
     * @return this builder
     * @throws IllegalArgumentException if the id is taken
     */
    public Builder documents(String id, DocumentPrints prints) {
      requireNew(id);
      documents.put(id, Objects.requireNonNull(prints));
      return this;
    }

    private void requireNew(String id) {
      if (catalogue.detector(id).isPresent()
          || values.containsKey(id)
          || documents.containsKey(id)) {
        throw new IllegalArgumentException(
            "there is a detector `" + id + "` already; choose another id");
      }
    }

    private Builder add(Collection<InspectionProfile> more) {
      more.forEach(profile -> profiles.put(profile.name(), profile));
      return this;
    }

    /**
     * Sets the key of fingerprints and tokens, so that they are the same in several processes.
     *
     * @param secret at least 16 bytes; copied
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     */
    public Builder key(byte[] secret) {
      if (secret.length < KEY_LENGTH / 2) {
        throw new IllegalArgumentException("a key has at least 16 bytes");
      }
      key = secret.clone();
      return this;
    }

    /**
     * Sets the clock by which report-only entries end.
     *
     * @param source the clock
     * @return this builder
     */
    public Builder clock(InstantSource source) {
      clock = Objects.requireNonNull(source);
      return this;
    }

    /**
     * Sets the clock that budgets are measured by.
     *
     * @param source nanoseconds from any origin, as {@link System#nanoTime}
     * @return this builder
     */
    public Builder nanoTime(LongSupplier source) {
      nanoTime = Objects.requireNonNull(source);
      return this;
    }

    /**
     * The inspector.
     *
     * @return an immutable inspector
     * @throws IllegalArgumentException if a profile names a detector that there is not, or a
     *     pattern cannot be compiled; the message says which
     */
    public DlpInspector build() {
      if (isForPolicy) {
        profiles.keySet().retainAll(required);
      }
      return compiled(this);
    }
  }
}
