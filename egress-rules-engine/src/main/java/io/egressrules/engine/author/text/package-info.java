/**
 * Text to nodes: a strict subset of YAML 1.2, of which JSON is a part, with the place of everything
 * and all problems of a file at once. Knows nothing of policies.
 *
 * <p>Refused are anchors, aliases, tags, directives, several documents, duplicate keys, keys that
 * are not text, and nesting deeper than {@value
 * io.egressrules.engine.author.text.YamlReader#MAX_DEPTH}. Every scalar is a text; what it means is
 * said by the reader of its key.
 */
@NullMarked
package io.egressrules.engine.author.text;

import org.jspecify.annotations.NullMarked;
