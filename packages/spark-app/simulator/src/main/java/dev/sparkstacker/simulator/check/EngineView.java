package dev.sparkstacker.simulator.check;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the engine says of itself, folded from its outputs as any watcher of the product would. */
public final class EngineView {
    private final Map<LegId, Output.LegChanged> legs = new TreeMap<>(EngineView::byText);
    private final Map<ClientOrderId, OrderState> orders = new TreeMap<>();
    private final Set<String> tripped = new TreeSet<>();
    private final Set<String> pulled = new TreeSet<>();
    private final Coverage coverage;
    private TradingState state = TradingState.REDUCE_ONLY;
    private long judged;
    private long trades;

    public EngineView(Coverage coverage) {
        this.coverage = coverage;
    }

    private static int byText(LegId a, LegId b) {
        return a.toString().compareTo(b.toString());
    }

    /** Starts anew from everything that a journal tells. */
    void restart(List<Output> outputs) {
        legs.clear();
        orders.clear();
        tripped.clear();
        pulled.clear();
        state = TradingState.REDUCE_ONLY;
        outputs.forEach(this::fold);
    }

    /** Takes an output. */
    void told(Output output) {
        fold(output);
        coverage.saw(output);
        judged += output instanceof Output.BarJudged ? 1 : 0;
        trades += output instanceof Output.TradeClosed ? 1 : 0;
    }

    private void fold(Output output) {
        if (output instanceof Output.LegChanged leg) {
            legs.put(leg.leg(), leg);
        } else if (output instanceof Output.BreakerChanged changed) {
            if (changed.to() == BreakerStage.TRIPPED) {
                tripped.add(changed.name());
            } else {
                tripped.remove(changed.name());
            }
        } else if (output instanceof Output.KillSwitchChanged changed) {
            if (changed.pulled()) {
                pulled.add(changed.scope());
            } else {
                pulled.remove(changed.scope());
            }
        } else if (output instanceof Output.TradingStateChanged changed) {
            state = changed.state();
        } else if (output instanceof Output.OrderChanged order) {
            OrderState before = orders.put(order.order().id(), order.state());
            if (before == null || before != order.state()) {
                requireEdge(before, order);
                coverage.sawEdge(before, order.state());
            }
        }
    }

    private static void requireEdge(@Nullable OrderState before, Output.OrderChanged order) {
        boolean known = before == null
                ? order.state() == OrderState.SENT
                : before.successors().contains(order.state());
        if (!known) {
            throw new InvariantBroken(
                    "an order goes from state to state as its life allows", before + " and then " + order);
        }
    }

    /** What the engine holds on an account in a market, over all its legs. */
    SignedQuantity size(AccountId account, MarketId market) {
        SignedQuantity size = SignedQuantity.ZERO;
        for (Output.LegChanged leg : legs.values()) {
            if (leg.account().equals(account) && leg.leg().market().equals(market)) {
                size = size.plus(leg.size());
            }
        }
        return size;
    }

    /** What the engine may do, as told last. */
    public TradingState state() {
        return state;
    }

    /** Names of the breakers that are tripped. */
    public Set<String> tripped() {
        return new TreeSet<>(tripped);
    }

    /** Scopes of the kill switches that are pulled. */
    public Set<String> pulled() {
        return new TreeSet<>(pulled);
    }

    /** Bars judged by strategies. */
    public long judged() {
        return judged;
    }

    /** Round trips that ended. */
    public long trades() {
        return trades;
    }

    /** The legs as told last. */
    public List<Output.LegChanged> legs() {
        return List.copyOf(legs.values());
    }
}
