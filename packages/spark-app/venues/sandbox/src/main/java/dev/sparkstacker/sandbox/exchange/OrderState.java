package dev.sparkstacker.sandbox.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link Order} as plain values, the form in which it is stored; prices and sizes in units of 10<sup>-8</sup>. */
public record OrderState(
        long oid,
        String owner,
        int assetId,
        boolean buy,
        long limitE8,
        long originalE8,
        long remainingE8,
        boolean reduceOnly,
        String tif,
        @Nullable Long triggerPriceE8,
        boolean stopLoss,
        boolean triggerMarket,
        @Nullable String cloid,
        long placedAtMs,
        boolean positionTpsl,
        String status,
        long statusAtMs,
        long queueAheadE8,
        long parentOid,
        boolean waitingForParent,
        @Nullable Long twapId,
        List<Long> children) {}
