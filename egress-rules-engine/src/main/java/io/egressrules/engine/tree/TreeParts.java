package io.egressrules.engine.tree;

import io.egressrules.Capability;
import java.time.InstantSource;
import java.util.Set;

/** What a {@link TreeFilter} consists of. */
record TreeParts(
    String policyId,
    LevelZero levelZero,
    NameBlocks names,
    FactIndex facts,
    long askedAnyway,
    Addresses addresses,
    Reporting reporting,
    InstantSource clock,
    Explainer explainer,
    Set<Capability> needs,
    TreeStatistics statistics,
    long bytes) {}
