/** Tests of the work on files: replay, verification, rebuilding, protocol checks and market data. */
@NullMarked
package dev.sparkstacker.app.tools;

import org.jspecify.annotations.NullMarked;
