package io.egressrules.dlp.scan;

/**
 * What the judge says of a stretch of text, in indexes of the {@link Text}.
 *
 * @param read where the stretch ended that it was given
 * @param found whether there is a match; if not, the rest means nothing
 * @param start where the match begins
 * @param end where it ends
 * @param valueStart where its value begins
 * @param valueEnd where its value ends
 */
record Verdict(int read, boolean found, int start, int end, int valueStart, int valueEnd) {}
