package dev.sparkstacker.sandbox.exchange;

import org.jspecify.annotations.Nullable;

/** A {@link Twap} as plain values, the form in which it is stored; sizes and amounts in units of 10<sup>-8</sup>. */
public record TwapState(
        long id,
        int assetId,
        String coin,
        boolean buy,
        long sizeE8,
        long executedE8,
        long executedNotionalE8,
        int minutes,
        boolean reduceOnly,
        boolean randomize,
        long startedAtMs,
        int slicesDone,
        String status,
        @Nullable String description,
        long statusAtMs) {}
