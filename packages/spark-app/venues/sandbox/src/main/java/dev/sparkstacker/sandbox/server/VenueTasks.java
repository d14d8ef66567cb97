package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Exchange;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The way to the exchange: work is done one after the other by whoever owns it. */
public interface VenueTasks {
    /** Does work at the exchange; the future has its result or its exception. */
    <R> CompletableFuture<R> ask(Function<Exchange, R> work);

    /** Does work at the exchange, or never once it has stopped; what it throws is logged. */
    void post(Runnable work);
}
