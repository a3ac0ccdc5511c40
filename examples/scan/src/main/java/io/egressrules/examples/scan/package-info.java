/**
 * A command that looks through files for secrets and personal data, by the public API alone.
 *
 * <pre>{@code
 * mvn -q -Pscan -Dscan.args="--format sarif src docs"
 * java -cp … io.egressrules.examples.scan.Scan --policy egress.yaml --profile outbound exports
 * }</pre>
 *
 * <p>{@link io.egressrules.examples.scan.Scan} tells its arguments and exit codes. Maven knows
 * success and failure only, and writes of the latter on standard output; what reads the findings
 * runs {@code java}.
 */
@NullMarked
package io.egressrules.examples.scan;

import org.jspecify.annotations.NullMarked;
