/**
 * The {@code multi} strategy: entries and exits as written conditions over indicators, each on its own timeframe.
 *
 * <pre>
 *   text ─► Lexer ─► Parser ─► Expression over Terms          ─► MultiStrategy
 *                                  │
 *                                  └─ Term: an indicator fed by a TimeframeBars, which hands on whole bars only
 * </pre>
 */
@NullMarked
package dev.sparkstacker.strategies.multi;

import org.jspecify.annotations.NullMarked;
