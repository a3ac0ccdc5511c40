/**
 * Guards OkHttp 5: {@link io.egressrules.engine.client.okhttp.OkHttpGuard} puts the enforcement
 * sequence into OkHttp's own extension points.
 *
 * <p>Where each step happens:
 *
 * <ul>
 *   <li>an application interceptor decides REQUEST, so that answers from the cache are decided as
 *       well, and follows redirects itself;
 *   <li>for every request the client gets a {@code Dns} that resolves and decides CONNECT, a socket
 *       factory whose sockets dial vetted addresses only (OkHttp asks no {@code Dns} about IP
 *       literals), and a fixed proxy or none;
 *   <li>a network interceptor compares what is really sent with what was decided, decides CONNECT
 *       for a connection that was pooled or is shared by several hosts, and passes the body through
 *       inspection.
 * </ul>
 *
 * <p>Upgrades such as WebSockets are decided as {@code ws} and {@code wss}, never use a pooled
 * connection (OkHttp runs no network interceptor for them), and are denied where the policy obliges
 * to inspect what is sent.
 */
@NullMarked
package io.egressrules.engine.client.okhttp;

import org.jspecify.annotations.NullMarked;
