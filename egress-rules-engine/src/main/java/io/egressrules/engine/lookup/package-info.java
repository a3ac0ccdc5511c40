@NullMarked
package io.egressrules.engine.lookup;

import org.jspecify.annotations.NullMarked;
