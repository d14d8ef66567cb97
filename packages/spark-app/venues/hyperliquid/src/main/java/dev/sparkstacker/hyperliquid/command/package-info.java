/** From commands to requests, and from answers to events. */
@NullMarked
package dev.sparkstacker.hyperliquid.command;

import org.jspecify.annotations.NullMarked;
