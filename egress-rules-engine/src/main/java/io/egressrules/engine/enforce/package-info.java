/**
 * The enforcement sequence that all guarded clients share: {@code REQUEST -> CONNECT -> BODY}.
 *
 * <p>{@link io.egressrules.engine.enforce.EgressGuard} is what an application builds: the policy
 * and everything a guard needs beside it. A client's adapter {@linkplain
 * io.egressrules.engine.enforce.EgressGuard#install installs} it and gets an {@link
 * io.egressrules.engine.enforce.Enforcement}, which holds the sequence in one readable file. An
 * adapter translates and does nothing else:
 *
 * <ol>
 *   <li>{@link io.egressrules.engine.enforce.Enforcement#request request}: decides before any name
 *       is resolved and gives an {@link io.egressrules.engine.enforce.Admission}, whose URL the
 *       client sends in place of the one that was asked for;
 *   <li>{@link io.egressrules.engine.enforce.Enforcement#agree agree}: compares the client's own
 *       reading of that URL with the decision's;
 *   <li>{@link io.egressrules.engine.enforce.Enforcement#via via}: refuses a proxy that the guard
 *       was not told of;
 *   <li>{@link io.egressrules.engine.enforce.Enforcement#connect connect}: resolves, decides again
 *       with all addresses, and gives the {@link io.egressrules.engine.enforce.Vetted} ones; or
 *       {@link io.egressrules.engine.enforce.Enforcement#reuse reuse} for a connection that exists;
 *   <li>{@link io.egressrules.engine.enforce.Enforcement#dial dial}: checks what is about to be
 *       dialled;
 *   <li>{@link io.egressrules.engine.enforce.Enforcement#body body}: passes what is sent through
 *       inspection, as far as the decision obliges to it;
 *   <li>{@link io.egressrules.engine.enforce.Enforcement#redirect redirect} and {@link
 *       io.egressrules.engine.enforce.Enforcement#follow follow}: turn a redirect into a new
 *       request, which is decided like the first.
 * </ol>
 *
 * <p>Every step fails closed: whatever a filter, resolver, inspector or listener throws, the call
 * is denied with a reason code, and the exception neither has a cause nor quotes the request.
 */
@NullMarked
package io.egressrules.engine.enforce;

import org.jspecify.annotations.NullMarked;
