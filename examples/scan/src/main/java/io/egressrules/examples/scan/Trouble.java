package io.egressrules.examples.scan;

import java.nio.file.Path;

/**
 * What could not be looked through.
 *
 * @param file the file or directory
 * @param text what is the matter with it
 */
record Trouble(Path file, String text) {}
