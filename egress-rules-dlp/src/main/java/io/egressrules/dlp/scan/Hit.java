package io.egressrules.dlp.scan;

/**
 * A match of a pattern. Offsets count bytes from the begin of the text.
 *
 * @param pattern the index of the pattern, from 0, in the order they were compiled
 * @param start the offset of the first byte
 * @param end the offset after the last byte
 * @param valueStart the offset of the first byte of the value: of the first group of the pattern
 *     that caught anything, or of the match if none did
 * @param valueEnd the offset after the last byte of the value
 */
public record Hit(int pattern, long start, long end, long valueStart, long valueEnd) {}
