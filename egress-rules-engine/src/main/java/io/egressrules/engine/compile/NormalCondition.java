package io.egressrules.engine.compile;

import io.egressrules.net.Cidr;
import io.egressrules.net.DomainPattern;
import io.egressrules.policy.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition whose groups are resolved. The lists of groups are shared, not copied.
 *
 * @param written the condition as written
 * @param hosts the lists that hold its patterns, or null when {@code hosts} is not written; empty
 *     lists match nothing
 * @param cidrs the lists that hold its CIDRs, or null when {@code cidrs} is not written
 */
record NormalCondition(
    Condition written,
    @Nullable List<List<DomainPattern>> hosts,
    @Nullable List<List<Cidr>> cidrs) {}
