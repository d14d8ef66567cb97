/** Secrets: a type that never shows itself, and the encrypted file that keeps private keys. */
@NullMarked
package dev.sparkstacker.app.secret;

import org.jspecify.annotations.NullMarked;
