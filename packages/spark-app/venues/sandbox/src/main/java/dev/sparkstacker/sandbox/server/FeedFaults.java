package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.fault.Fault;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a stale or frozen feed does to one connection's frames for its time. */
final class FeedFaults {
    private static final Set<String> ANSWERS = Set.of("pong", "error", "post", "subscriptionResponse");
    private static final Set<String> MARKET = Set.of(
            "allMids",
            "l2Book",
            "bbo",
            "trades",
            "candle",
            "activeAssetCtx",
            "activeSpotAssetCtx",
            "allDexsAssetCtxs",
            "fastAssetCtxs");

    /** Lanes of frames that overtake each other when one of them is late. */
    enum Lane {
        ANSWER,
        MARKET,
        ACCOUNT;

        static Lane of(String channel) {
            if (ANSWERS.contains(channel)) {
                return ANSWER;
            }
            return FeedFaults.MARKET.contains(channel) ? MARKET : ACCOUNT;
        }
    }

    private record Late(long untilMs, long lateMs) {}

    private final Map<Lane, Long> frozenUntilMs = new EnumMap<>(Lane.class);
    private final Map<Lane, Late> stale = new EnumMap<>(Lane.class);

    /** The channel of a frame that the venue wrote. */
    static String channel(String frame) {
        String start = "{\"channel\":\"";
        int end = frame.startsWith(start) ? frame.indexOf('"', start.length()) : -1;
        return end < 0 ? "" : frame.substring(start.length(), end);
    }

    void freeze(Fault.FrozenFeed fault, long nowMs) {
        lanes(fault.feed()).forEach(lane -> frozenUntilMs.merge(lane, nowMs + fault.forMs(), Math::max));
    }

    void makeStale(Fault.StaleFeed fault, long nowMs) {
        lanes(fault.feed()).forEach(lane -> stale.put(lane, new Late(nowMs + fault.forMs(), fault.lateMs())));
    }

    boolean isFrozen(Lane lane, long nowMs) {
        return nowMs < frozenUntilMs.getOrDefault(lane, Long.MIN_VALUE);
    }

    /** How late a frame of the lane is just now. */
    long lateMs(Lane lane, long nowMs) {
        Late late = stale.get(lane);
        return late != null && nowMs < late.untilMs ? late.lateMs : 0;
    }

    private static Set<Lane> lanes(Fault.Feed feed) {
        return switch (feed) {
            case MARKET -> EnumSet.of(Lane.MARKET);
            case ACCOUNT -> EnumSet.of(Lane.ACCOUNT);
            case ALL -> EnumSet.of(Lane.MARKET, Lane.ACCOUNT);
        };
    }
}
