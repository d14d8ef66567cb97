/** What a run over recorded markets was, did and was worth: immutable, exact where it is money, and all a report needs. */
@NullMarked
package dev.sparkstacker.backtest.result;

import org.jspecify.annotations.NullMarked;
