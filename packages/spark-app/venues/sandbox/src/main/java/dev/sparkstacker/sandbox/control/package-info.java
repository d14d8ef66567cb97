/** The side channel of a sandbox, outside the venue's protocol: for tests, rehearsals and stepped clocks. */
@NullMarked
package dev.sparkstacker.sandbox.control;

import org.jspecify.annotations.NullMarked;
