/**
 * Data-loss prevention: an inspector that finds secrets and personal data in what is about to
 * leave, and redacts it or has it denied.
 *
 * <p>A body passes through five classes. {@link io.egressrules.dlp.DlpInspector} begins a {@code
 * BodyInspection} for it, which unfolds the bytes into texts (package {@code decode}), gives every
 * text to an {@code Examiner}, which looks for all detectors at once (package {@code scan}) and
 * judges what it finds, asks the {@code Treatments} of the profiles what is to be done about it,
 * and lets the {@code Outflow} pass on what can hold nothing more.
 */
@NullMarked
package io.egressrules.dlp;

import org.jspecify.annotations.NullMarked;
