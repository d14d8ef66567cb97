package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.HaltStage;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.store.query.TradeTotals;
import dev.sparkstacker.store.query.TradingQueries;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the outputs so far add up to, for people's questions. Written by the output thread, read by anybody. */
final class StateReplica implements OutputBus.Watcher {
    private static final int REMEMBERED = 200;

    private final Map<LegId, Output.LegChanged> legs = new TreeMap<>();
    private final Map<ClientOrderId, Output.OrderChanged> orders = new TreeMap<>();
    private final Map<String, Output.BarJudged> judgements = new TreeMap<>();
    private final Map<AccountId, Output.EquityMarked> equity = new TreeMap<>();
    private final Map<MarketId, Output.MarketMarked> marks = new TreeMap<>();
    private final Map<String, Output.ConnectionChanged> connections = new TreeMap<>();
    private final Map<String, Output.BreakerChanged> breakers = new TreeMap<>();
    private final Map<String, Output.KillSwitchChanged> killSwitches = new TreeMap<>();
    private final Map<String, Output.HaltChecked> halts = new TreeMap<>();
    private final Deque<Output.TradeClosed> trades = new ArrayDeque<>();
    private final Deque<Output.IncidentRaised> incidents = new ArrayDeque<>();
    private final Deque<Output.EntryDenied> denials = new ArrayDeque<>();
    private final Map<AccountId, TradeTotals> totals = new TreeMap<>();
    private final OpenCosts costs = new OpenCosts();
    private Output.@Nullable TradingStateChanged trading;
    private long sequence;
    private long venueTimeMs;

    /** Takes over what processes before this one traded, and what they left open. */
    synchronized void goOnFrom(TradingQueries stored) {
        stored.accountTotals().forEach(account -> totals.put(account.account(), account.totals()));
        stored.openLegs().forEach(leg -> legs.put(leg.leg(), leg));
        stored.openOrders().forEach(this::foldOrder);
        costs.goOnFrom(stored);
    }

    @Override
    public synchronized void accept(List<Output> batch) {
        batch.forEach(this::fold);
    }

    private void fold(Output output) {
        sequence = output.cause().sequence();
        venueTimeMs = output.cause().venueTimeMs();
        switch (output) {
            case Output.LegChanged o -> {
                legs.put(o.leg(), o);
                costs.leg(o);
            }
            case Output.OrderChanged o -> foldOrder(o);
            case Output.BarJudged o -> judgements.put(o.strategy() + "/" + o.market(), o);
            case Output.EquityMarked o -> equity.put(o.account(), o);
            case Output.MarketMarked o -> marks.put(o.market(), o);
            case Output.ConnectionChanged o -> connections.put(o.connection(), o);
            case Output.TradeClosed o -> {
                totals.merge(o.account(), totalsOf(o), TradeTotals::plus);
                remember(trades, o);
            }
            case Output.IncidentRaised o -> remember(incidents, o);
            case Output.EntryDenied o -> remember(denials, o);
            case Output.TradingStateChanged o -> trading = o;
            case Output.EntryJudged o -> {}
            case Output.BreakerChanged o -> foldBreaker(o);
            case Output.KillSwitchChanged o -> foldKillSwitch(o);
            case Output.HaltChecked o -> foldHalt(o);
            case Output.FillBooked o -> costs.fill(o);
            case Output.FundingBooked o -> costs.funding(o);
            case Output.RequestAnswered o -> {}
            case Output.Reconciled o -> {}
            case Output.LeverageKnown o -> {}
            case Output.BarRevised o -> {}
            case Output.EpochBegan o -> {}
        }
    }

    private void foldBreaker(Output.BreakerChanged breaker) {
        if (breaker.to() == BreakerStage.NORMAL) {
            breakers.remove(breaker.name());
        } else {
            breakers.put(breaker.name(), breaker);
        }
    }

    private void foldKillSwitch(Output.KillSwitchChanged killSwitch) {
        if (killSwitch.pulled()) {
            killSwitches.put(killSwitch.scope(), killSwitch);
        } else {
            killSwitches.remove(killSwitch.scope());
        }
    }

    private void foldHalt(Output.HaltChecked halt) {
        String key = halt.account() + "/" + halt.scope();
        if (halt.stage() == HaltStage.LIFTED) {
            halts.remove(key);
        } else {
            halts.put(key, halt);
        }
    }

    /** What the venue says of each halt that is in force, account by account. */
    synchronized List<Output.HaltChecked> halts() {
        return List.copyOf(halts.values());
    }

    /** Breakers that warn or have tripped, as far as this process was told. */
    synchronized List<Output.BreakerChanged> breakers() {
        return List.copyOf(breakers.values());
    }

    /** Pulled kill switches, as far as this process was told. */
    synchronized List<Output.KillSwitchChanged> killSwitches() {
        return List.copyOf(killSwitches.values());
    }

    private void foldOrder(Output.OrderChanged order) {
        if (order.state().mayExecute()) {
            orders.put(order.order().id(), order);
        } else {
            orders.remove(order.order().id());
        }
    }

    private static <T> void remember(Deque<T> deque, T element) {
        deque.addFirst(element);
        if (deque.size() > REMEMBERED) {
            deque.removeLast();
        }
    }

    /** Legs that hold or seek a position. */
    synchronized List<Output.LegChanged> openLegs() {
        return legs.values().stream()
                .filter(leg -> leg.state() != LegState.FLAT)
                .toList();
    }

    /** The same with what they are worth at their markets' mark prices and what they cost. */
    synchronized List<OpenLeg> openLegFigures() {
        return openLegs().stream()
                .map(leg -> new OpenLeg(leg, markOf(leg.leg().market()), costs.of(leg.leg())))
                .toList();
    }

    private @Nullable Price markOf(MarketId market) {
        Output.MarketMarked marked = marks.get(market);
        return marked == null ? null : marked.mark();
    }

    synchronized List<Output.OrderChanged> workingOrders() {
        return List.copyOf(orders.values());
    }

    synchronized List<Output.BarJudged> judgements() {
        return List.copyOf(judgements.values());
    }

    synchronized List<Output.EntryDenied> denials() {
        return List.copyOf(denials);
    }

    synchronized List<Output.EquityMarked> equity() {
        return List.copyOf(equity.values());
    }

    synchronized List<Output.MarketMarked> marks() {
        return List.copyOf(marks.values());
    }

    synchronized List<Output.ConnectionChanged> connections() {
        return List.copyOf(connections.values());
    }

    synchronized List<Output.TradeClosed> trades() {
        return List.copyOf(trades);
    }

    synchronized List<Output.IncidentRaised> incidents() {
        return List.copyOf(incidents);
    }

    /** What the closed trades of each account came to, in all processes of this run. */
    synchronized Map<AccountId, TradeTotals> totals() {
        return new TreeMap<>(totals);
    }

    private static TradeTotals totalsOf(Output.TradeClosed trade) {
        return new TradeTotals(
                1,
                trade.netPnl().isPositive() ? 1 : 0,
                trade.grossPnl(),
                trade.fees(),
                trade.funding(),
                trade.netPnl());
    }

    synchronized TradingState tradingState() {
        return trading == null ? TradingState.REDUCE_ONLY : trading.state();
    }

    synchronized String tradingReason() {
        return trading == null ? "not reconciled with the venue" : trading.reason();
    }

    synchronized long sequence() {
        return sequence;
    }

    synchronized long venueTimeMs() {
        return venueTimeMs;
    }
}
