/**
 * Search for parameters, and what may be believed of what it finds.
 *
 * <pre>
 *  Space ─► Search ── asks for ─► Task ─► SweepExecutor ─► Outcome ── told to ─► Search
 *              (pure: what is asked depends on the seed and on what is known)      │
 *                                                                   TrialLog ◄─────┘ (resume)
 *  Study (one window) ─► Validation (walk-forward, purged folds) ─► Advice, with its evidence or none
 * </pre>
 *
 * Batches have a fixed size and are judged as a whole, so that the result is the same for the same seed however many
 * threads work.
 */
@NullMarked
package dev.sparkstacker.backtest.optimize;

import org.jspecify.annotations.NullMarked;
