/** Tests of the domain's values. */
@NullMarked
package dev.sparkstacker.domain;

import org.jspecify.annotations.NullMarked;
