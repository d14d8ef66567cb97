/** What stands outside the engine, against venues of the tests' own. */
@NullMarked
package dev.sparkstacker.app.guard;

import org.jspecify.annotations.NullMarked;
