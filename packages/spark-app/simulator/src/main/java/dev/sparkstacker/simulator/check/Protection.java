package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Position;
import dev.sparkstacker.simulator.world.Scene;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** How long positions stand at the venue without a resting stop that covers them, while the product could act. */
final class Protection {
    /**
     * Longest while something went wrong lately: a request that hangs costs ten seconds, and a stop may meet several of
     * them, then the exits that follow as well.
     */
    private static final long ALLOWED_MS = 120_000;

    /** Longest while all is calm: the configured window, then the four attempts to leave, a second apart, and one more. */
    private static final long ALLOWED_IN_CALM_MS = Scene.PROTECTION_TIMEOUT_MS + 5_000;

    private final Exchange exchange;
    private final Map<String, Long> bareMs = new TreeMap<>();
    private final Map<String, Long> calmMs = new TreeMap<>();

    Protection(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Looks at an account's positions.
     *
     * @param works whether the product could act
     * @param calm whether nothing has gone wrong for a while, and nothing is held that the engine does not know of
     */
    void look(Account account, boolean works, BooleanSupplier calm, long elapsedMs) {
        for (Position position : account.positions()) {
            String key = account.name() + " " + position.market();
            if (position.size().isZero() || isCovered(account, position)) {
                bareMs.remove(key);
                calmMs.remove(key);
            } else if (works) {
                long bare = bareMs.merge(key, elapsedMs, Long::sum);
                long inCalm = calmMs.merge(key, calm.getAsBoolean() ? elapsedMs : 0, Long::sum);
                if (bare > ALLOWED_MS || inCalm > ALLOWED_IN_CALM_MS) {
                    throw new InvariantBroken(
                            "no position stays without a resting stop",
                            key + " " + position.size() + " for " + bare + " ms, " + inCalm
                                    + " ms of them in calm, at venue time " + exchange.nowMs());
                }
            }
        }
        bareMs.keySet().removeIf(key -> key.startsWith(account.name() + " ") && !isHeld(account, key));
        calmMs.keySet().retainAll(bareMs.keySet());
    }

    private static boolean isHeld(Account account, String key) {
        return account.positions().stream()
                .anyMatch(position -> key.equals(account.name() + " " + position.market())
                        && !position.size().isZero());
    }

    private static boolean isCovered(Account account, Position position) {
        long covered = 0;
        for (Order order : account.openOrders()) {
            var trigger = order.trigger();
            boolean stop = trigger != null && trigger.kind() == TriggerKind.STOP_LOSS && order.reduceOnly();
            if (stop && order.market().equals(position.market())) {
                covered += order.remaining().e8();
            }
        }
        return covered >= position.size().abs().e8();
    }
}
