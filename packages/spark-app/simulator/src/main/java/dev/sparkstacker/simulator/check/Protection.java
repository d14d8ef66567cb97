package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.TriggerKind;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Position;
import java.util.Map;
import java.util.TreeMap;

/** How long positions stand at the venue without a resting stop that covers them, while the product could act. */
final class Protection {
    /**
     * Longest while the process runs and the network carries messages. Faults of the venue's edges are not known here:
     * a request that hangs costs ten seconds, and a stop may meet several of them, then the exits that follow as well.
     */
    private static final long ALLOWED_MS = 120_000;

    private final Exchange exchange;
    private final Map<String, Long> bareMs = new TreeMap<>();

    Protection(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Looks at an account's positions. */
    void look(Account account, boolean works, long elapsedMs) {
        for (Position position : account.positions()) {
            String key = account.name() + " " + position.market();
            if (position.size().isZero() || isCovered(account, position)) {
                bareMs.remove(key);
            } else if (works) {
                long bare = bareMs.merge(key, elapsedMs, Long::sum);
                if (bare > ALLOWED_MS) {
                    throw new InvariantBroken(
                            "no position stays without a resting stop",
                            key + " " + position.size() + " for " + bare + " ms, at venue time " + exchange.nowMs());
                }
            }
        }
        bareMs.keySet().removeIf(key -> key.startsWith(account.name() + " ") && !isHeld(account, key));
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
