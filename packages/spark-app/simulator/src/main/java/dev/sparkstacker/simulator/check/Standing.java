package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.ExchangeListener;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.exchange.Records;
import dev.sparkstacker.simulator.world.Scene;
import dev.sparkstacker.simulator.world.VenueHost;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the venue while the engine is halted, once it had its time: nothing but reduce-only orders that close
 * an open position, stops and targets, whoever placed them. A flattening ends, and then nothing is held, whoever opened it.
 */
final class Standing implements ExchangeListener {
    /** An order's answer, its cancel, and the cancel's answer, each in its time. */
    private static final long HALT_SECONDS = 40;

    /** The attempts to leave, and the fills' way. */
    private static final long FLATTEN_SECONDS = 60;

    private final Exchange exchange;
    private TradingState state = TradingState.REDUCE_ONLY;
    private long forSeconds;
    private boolean flattened;

    Standing(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * A second has passed.
     *
     * @param now what the engine may do
     * @param calmSeconds how long nothing has gone wrong
     */
    void look(TradingState now, long calmSeconds) {
        flattened = now == TradingState.FLATTENING || (flattened && now == TradingState.HALTED);
        forSeconds = now == state ? Math.min(forSeconds + 1, calmSeconds) : 0;
        state = now;
        if (state == TradingState.FLATTENING && forSeconds > FLATTEN_SECONDS) {
            throw new InvariantBroken("a flattening ends", "it lasts for " + forSeconds + " s without any trouble");
        }
        if (state == TradingState.HALTED && forSeconds > HALT_SECONDS) {
            Scene.KEYS.forEach(this::requireProtectionOnly);
            if (flattened) {
                Scene.KEYS.forEach(this::requireFlat);
            }
        }
    }

    @Override
    public void onOrder(Account account, Order order, boolean byVenue) {
        touched(order.cloid());
    }

    @Override
    public void onExecution(Account account, Records.Execution fill) {
        touched(fill.cloid());
    }

    /** What a person does by hand gives the engine its time anew. */
    private void touched(@Nullable ClientOrderId id) {
        forSeconds = id == null ? 0 : forSeconds;
    }

    private void requireFlat(Scene.Keys keys) {
        Account account = exchange.account(VenueHost.addressOf(keys));
        if (account != null) {
            account.positions().stream()
                    .filter(position -> !position.size().isZero())
                    .findFirst()
                    .ifPresent(position -> {
                        throw new InvariantBroken(
                                "after a flattening nothing is held",
                                keys.id() + " holds " + position.size() + " " + position.market());
                    });
        }
    }

    private void requireProtectionOnly(Scene.Keys keys) {
        Account account = exchange.account(VenueHost.addressOf(keys));
        if (account == null) {
            return;
        }
        for (Order order : account.openOrders()) {
            SignedQuantity held = account.size(order.market());
            boolean protects = order.reduceOnly() && !held.isZero() && held.isLong() == (order.side() == Side.SELL);
            if (!protects) {
                throw new InvariantBroken(
                        "while halted nothing rests but the protection of open positions",
                        keys.id() + " holds " + account.size(order.market()) + " and has " + order);
            }
        }
    }
}
