/** Where the sandbox's prices come from: a seeded generator, a file, or a live feed. */
@NullMarked
package dev.sparkstacker.sandbox.price;

import org.jspecify.annotations.NullMarked;
