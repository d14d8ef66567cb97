package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.OutsideSignal;
import dev.sparkstacker.strategies.Strategy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One strategy in one market with its main leg and, where configured, its hedge leg.
 *
 * <p>The legs are linked ({@link HedgeLink}); what closes on an opposite signal may enter the other side once it is flat
 * ({@link Reversal}).
 */
final class Pair implements LegListener {
    /**
     * The pair's state, for snapshots.
     *
     * @param retired whether the strategy left the configuration: it only leaves what it holds
     */
    record State(
            StrategyConfig config,
            MarketId market,
            Brain.State brain,
            Memory.State memory,
            boolean retired,
            LegRecord main,
            @Nullable LegRecord hedge,
            Reversal.State reversal,
            HedgeLink.@Nullable State link) {}

    private final MarketId market;
    private final Signals signals;
    private final Leg main;
    private final @Nullable Leg hedge;
    private final List<Leg> legs;
    private final Reversal reversal = new Reversal();
    private final PairEntry entry;
    private final @Nullable HedgeLink link;
    private StrategyConfig config;
    private boolean retired;

    Pair(StrategyConfig config, Market market, Market hedgeMarket, Strategy strategy, Desk desk, Entries entries) {
        this.config = config;
        this.market = market.id();
        LegId mainId = new LegId(config.id(), market.id(), LegRole.MAIN);
        LegId hedgeId = new LegId(config.id(), hedgeMarket.id(), LegRole.HEDGE);
        HedgeConfig hedging = config.hedge();
        this.main = new Leg(mainId, config.main(), config.exits(), market, desk, this);
        this.hedge = hedging == null ? null : new Leg(hedgeId, hedging.leg(), config.exits(), hedgeMarket, desk, this);
        this.legs = hedge == null ? List.of(main) : List.of(main, hedge);
        this.entry = new PairEntry(main, hedge, entries, reversal);
        this.signals = new Signals(strategy, main, hedge, entry, reversal);
        this.link = hedge == null ? null : new HedgeLink(main, hedge, entries, reversal);
    }

    void load(State state, boolean sameStrategy) {
        if (sameStrategy) {
            signals.brain().load(state.brain());
        }
        signals.memory().load(state.memory());
        retired = state.retired();
        main.load(state.main());
        LegRecord hedgeRecord = state.hedge();
        if (hedge != null && hedgeRecord != null) {
            hedge.load(hedgeRecord);
        }
        reversal.load(state.reversal());
        HedgeLink.State linkState = state.link();
        if (link != null && linkState != null) {
            link.load(linkState);
        }
    }

    State state() {
        return new State(
                config,
                market,
                signals.brain().state(),
                signals.memory().state(),
                retired,
                main.state(),
                hedge == null ? null : hedge.state(),
                reversal.state(),
                link == null ? null : link.state());
    }

    StrategyConfig config() {
        return config;
    }

    MarketId market() {
        return market;
    }

    int warmUpBars() {
        return signals.brain().warmUpBars();
    }

    /** Whether the strategy has seen no bar yet and needs history. */
    boolean isFresh() {
        return signals.brain().isFresh();
    }

    /** From now on it only leaves what it holds. */
    void retire() {
        retired = true;
        reversal.forget();
    }

    void startEpoch() {
        legs.forEach(Leg::startEpoch);
    }

    List<Leg> legs() {
        return legs;
    }

    /** Whether one of its legs holds a position in a market. */
    boolean holds(MarketId where) {
        return holds(main, where) || (hedge != null && holds(hedge, where));
    }

    private static boolean holds(Leg leg, MarketId where) {
        return !leg.isFlat()
                && leg.id().market().equals(where)
                && leg.position().side() != null;
    }

    boolean isFlat() {
        return main.isFlat() && (hedge == null || hedge.isFlat());
    }

    /** Whether one of its legs could take over a position of this side that nobody explains. */
    boolean mayAdopt(Leg leg, Side side) {
        boolean free = leg.isFlat() || (leg.side() == side && leg.legState() != LegState.ENTERING);
        return !retired && free && (link == null || link.mayHold(leg, side));
    }

    /**
     * Feeds a closed bar, each once. A historical one only warms the strategy up: it is past deciding on.
     *
     * @param missed whether a historical bar on which the strategy would have acted is told
     */
    void onBar(Turn turn, Bar bar, boolean historical, boolean missed) {
        if (signals.onBar(turn, config, bar, historical, missed, retired) && link != null) {
            link.onBarClosed(turn, config.hedge());
        }
    }

    /** Takes a signal from outside at once; null where the strategy takes none. */
    @Nullable
    Judgement onSignal(Turn turn, OutsideSignal signal, Bar last) {
        return signals.onSignal(turn, config, signal, last, retired);
    }

    /** Whether the strategy left the configuration. */
    boolean isRetired() {
        return retired;
    }

    @Override
    public void onEntered(Turn turn, Leg leg) {
        if (link != null && leg == main) {
            link.onMainEntered(turn);
        } else if (link != null) {
            link.onHedgeEntered(turn);
        }
    }

    @Override
    public void onEntryFailed(Turn turn, Leg leg, String detail) {
        boolean mainLeft = link != null && leg != main && link.onHedgeFailed(turn, detail);
        if (!mainLeft) {
            enterPending(turn);
        }
    }

    @Override
    public void onFlat(Turn turn, Leg leg, ExitReason reason) {
        if (leg == main) {
            signals.memory().positionEnded(reason == ExitReason.STOP_LOSS, turn.nowMs());
        }
        if (link != null && leg == main) {
            HedgeConfig hedging = config.hedge();
            link.onMainFlat(turn, hedging == null || hedging.keepOnMainClose());
        } else if (link != null) {
            link.onHedgeFlat(turn, reason);
        }
        enterPending(turn);
    }

    private void enterPending(Turn turn) {
        if (isFlat()) {
            if (link != null) {
                link.onPairFlat();
            }
            entry.enterPending(turn, retired);
        }
    }

    void onTime(Turn turn) {
        legs.forEach(leg -> leg.onTime(turn));
        if (link != null) {
            link.onTime(turn);
        }
        entry.onTime(turn);
    }

    void plan(Agenda agenda) {
        legs.forEach(leg -> leg.plan(agenda));
        if (link != null) {
            link.plan(agenda);
        }
        reversal.plan(agenda);
    }

    /** Drops an entry that waits for the market to be left. */
    void forgetPending() {
        reversal.forget();
    }

    /** Whether the legs trade on the same accounts, so that open positions can go on under the other configuration. */
    static boolean sameLegs(StrategyConfig before, StrategyConfig now) {
        return before.main().account().equals(now.main().account())
                && Objects.equals(hedgeAccount(before), hedgeAccount(now))
                && Objects.equals(hedgeMarket(before), hedgeMarket(now));
    }

    private static @Nullable AccountId hedgeAccount(StrategyConfig config) {
        HedgeConfig hedge = config.hedge();
        return hedge == null ? null : hedge.leg().account();
    }

    private static @Nullable MarketId hedgeMarket(StrategyConfig config) {
        HedgeConfig hedge = config.hedge();
        return hedge == null ? null : hedge.market();
    }

    /** Takes a new configuration of the same strategy. */
    void configure(StrategyConfig newConfig) {
        config = newConfig;
        retired = false;
        main.configure(newConfig.main(), newConfig.exits());
        HedgeConfig hedgeConfig = newConfig.hedge();
        if (hedge != null && hedgeConfig != null) {
            hedge.configure(hedgeConfig.leg(), newConfig.exits());
        }
    }

    /** Whether two configurations make the same strategy and legs, so that state carries over. */
    static boolean sameStrategy(StrategyConfig before, StrategyConfig now) {
        return before.type().equals(now.type())
                && before.interval() == now.interval()
                && before.parameters().equals(now.parameters());
    }
}
