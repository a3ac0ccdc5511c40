package io.egressrules.examples.corpus.conformance;

import java.util.List;

/**
 * An input, what is right for it by the file that lists it, and what the library makes of it.
 *
 * @param input the text under test
 * @param hosts what a reader may make of it: exactly these, none if the input is not valid
 * @param answer what the library makes of it
 */
record Listed(String input, List<String> hosts, Answer answer) {}
