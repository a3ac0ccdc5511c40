/**
 * Destinations, as values that exist only in canonical form.
 *
 * <p>No two URL parsers agree on hostile text, and no two address parsers do. So text becomes a
 * value here in one way only, through a strict grammar that refuses whatever readers are known to
 * read differently; what comes out is final, immutable, safe to share between threads, and equal
 * exactly when it means the same destination. Nothing in this package asks DNS or does any I/O.
 *
 * <ul>
 *   <li>{@link io.egressrules.net.Target}: where a call goes; scheme, host, port, path, query.
 *   <li>{@link io.egressrules.net.Host}: a {@link io.egressrules.net.DomainName} or an {@link
 *       io.egressrules.net.IpAddress}.
 *   <li>{@link io.egressrules.net.Cidr}, {@link io.egressrules.net.DomainPattern}, {@link
 *       io.egressrules.net.PortRange}: the sets of destinations a policy speaks of.
 *   <li>{@link io.egressrules.net.AddressSpace}, {@link io.egressrules.net.MetadataHosts}: what is
 *       known of addresses and names that no policy mentions.
 *   <li>{@link io.egressrules.net.UrlGate}: the grammar itself, usable without allocating.
 * </ul>
 *
 * <h2>The gate</h2>
 *
 * A URL is admitted under these rules; {@link io.egressrules.net.GateRule} has a code for every way
 * to break one.
 *
 * <ol>
 *   <li>Characters 0x21–0x7E only, no backslash, at most 8,192 of them. A Unicode host is converted
 *       to A-labels, and other characters are percent-encoded, before they come here.
 *   <li>{@code scheme://authority} with a known {@link io.egressrules.net.Scheme}; a query or
 *       fragment right after the authority gets a {@code /} before it, and the fragment is dropped.
 *   <li>User information, if any, is plain and stands before the only {@code @}; it is dropped and
 *       the fact recorded.
 *   <li>The port is absent or a decimal number from 1 to 65535 without leading zeros.
 *   <li>The host is an IPv6 address in brackets without a zone, or labels of 1 to 63 letters,
 *       digits, underscores and inner hyphens, 253 characters in all, one trailing dot removed.
 *   <li>A host whose last label starts with a digit is a dotted quad without leading zeros.
 *   <li>No percent sign stands before the path.
 * </ol>
 *
 * <p>Methods take and return non-null values unless marked otherwise. Text that came with a request
 * is never quoted in an exception; text that came with a policy is, so that its author finds it.
 */
@NullMarked
package io.egressrules.net;

import org.jspecify.annotations.NullMarked;
