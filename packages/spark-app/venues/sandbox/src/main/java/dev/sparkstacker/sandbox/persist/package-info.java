/** The paper venue's memory: an append-only log of outcomes that survives a kill at any instant. */
@NullMarked
package dev.sparkstacker.sandbox.persist;

import org.jspecify.annotations.NullMarked;
