package dev.sparkstacker.backtest.data;

import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.price.BookSnapshot;

/** One recorded moment of a market; times are UTC milliseconds. */
public sealed interface Tick {
    long timeMs();

    /** A print; {@code aggressor} took liquidity. */
    record Print(long timeMs, Side aggressor, Price price, Quantity size) implements Tick {}

    /** The book as far as it was recorded; a quote is a book of one level a side. */
    record Book(long timeMs, BookSnapshot book) implements Tick {}

    /** Mark and oracle price, and the funding rate an hour. */
    record Context(long timeMs, Price mark, Price oracle, Rate fundingHourly) implements Tick {}
}
