/** Work on files beside a running instance: the journal, the store, protocol vectors and market data. */
@NullMarked
package dev.sparkstacker.app.tools;

import org.jspecify.annotations.NullMarked;
