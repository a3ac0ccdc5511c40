/**
 * Guards the JDK's HTTP client: {@link io.egressrules.engine.client.jdk.GuardedHttpClient} walks
 * the enforcement sequence around it, and puts a connector under it that dials vetted addresses
 * only.
 *
 * <p>Where each step happens:
 *
 * <ul>
 *   <li>{@code Call} walks the sequence for the request and for every redirect, before the JDK's
 *       client is given anything;
 *   <li>{@code OutgoingBody} and {@code Screen} pass the body through inspection;
 *   <li>{@code Pools} and {@code Sharing} see to it that a call uses no connection whose address it
 *       may not use;
 *   <li>{@code Connector}, with {@code Loop}, {@code Arrival}, {@code Errand}, {@code Dial} and
 *       {@code Relay}, is an HTTP proxy inside this process that connects whoever shows a {@code
 *       Ticket} to the addresses that were vetted for it.
 * </ul>
 */
@NullMarked
package io.egressrules.engine.client.jdk;

import org.jspecify.annotations.NullMarked;
