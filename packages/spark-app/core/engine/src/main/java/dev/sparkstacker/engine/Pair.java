package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.indicators.StateArray;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.Stance;
import dev.sparkstacker.strategies.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One strategy in one market with its main leg and, where configured, its hedge leg.
 *
 * <p>The legs are linked: the hedge is entered when the main leg's entry is settled; where the hedge fails or stays
 * unknown, the main leg is left; when the main leg closes for any reason, so does the hedge unless it is to be kept.
 */
final class Pair implements LegListener {
    private static final long HEDGE_PATIENCE_VENUE_MS = 10_000;
    private static final long HEDGE_PATIENCE_MACHINE_MS = 2_000;

    /**
     * The pair's state, for snapshots.
     *
     * @param lastBarMs open time of the last bar fed to the strategy, or -1
     * @param retired whether the strategy left the configuration: it only leaves what it holds
     */
    record State(
            StrategyConfig config,
            MarketId market,
            List<Long> strategy,
            long lastBarMs,
            boolean retired,
            LegRecord main,
            @Nullable LegRecord hedge,
            @Nullable Side pendingSide,
            long pendingUntilMs,
            String pendingDecision,
            Deadline hedgeBy) {}

    private final MarketId market;
    private final Entries entries;
    private final Strategy strategy;
    private final Leg main;
    private final @Nullable Leg hedge;
    private StrategyConfig config;
    private @Nullable Side pendingSide;
    private long pendingUntilMs;
    private String pendingDecision = "";
    private Deadline hedgeBy = Deadline.NEVER;
    private long lastBarMs = -1;
    private boolean retired;

    Pair(StrategyConfig config, Market market, Strategy strategy, Desk desk, Entries entries) {
        this.config = config;
        this.market = market.id();
        this.strategy = strategy;
        this.entries = entries;
        this.main = new Leg(
                new LegId(config.id(), market.id(), LegRole.MAIN), config.main(), config.exits(), market, desk, this);
        HedgeConfig hedgeConfig = config.hedge();
        this.hedge = hedgeConfig == null
                ? null
                : new Leg(
                        new LegId(config.id(), market.id(), LegRole.HEDGE),
                        hedgeConfig.leg(),
                        config.exits(),
                        market,
                        desk,
                        this);
    }

    void load(State state, boolean sameStrategy) {
        if (sameStrategy) {
            strategy.load(StateArray.of(
                    state.strategy().stream().mapToLong(Long::longValue).toArray()));
            lastBarMs = state.lastBarMs();
        }
        retired = state.retired();
        main.load(state.main());
        LegRecord hedgeRecord = state.hedge();
        if (hedge != null && hedgeRecord != null) {
            hedge.load(hedgeRecord);
        }
        pendingSide = state.pendingSide();
        pendingUntilMs = state.pendingUntilMs();
        pendingDecision = state.pendingDecision();
        hedgeBy = state.hedgeBy();
    }

    State state() {
        StateArray words = new StateArray();
        strategy.save(words);
        return new State(
                config,
                market,
                Arrays.stream(words.toArray()).boxed().toList(),
                lastBarMs,
                retired,
                main.state(),
                hedge == null ? null : hedge.state(),
                pendingSide,
                pendingUntilMs,
                pendingDecision,
                hedgeBy);
    }

    StrategyConfig config() {
        return config;
    }

    MarketId market() {
        return market;
    }

    int warmUpBars() {
        return strategy.warmUpBars();
    }

    /** Whether the strategy has seen no bar yet and needs history. */
    boolean isFresh() {
        return lastBarMs < 0;
    }

    /** From now on it only leaves what it holds. */
    void retire() {
        retired = true;
        pendingSide = null;
    }

    void startEpoch() {
        legs().forEach(Leg::startEpoch);
    }

    List<Leg> legs() {
        return hedge == null ? List.of(main) : List.of(main, hedge);
    }

    boolean isFlat() {
        return legs().stream().allMatch(Leg::isFlat);
    }

    /**
     * Feeds a closed bar, each once. A historical one only warms the strategy up: it is past deciding on.
     */
    void onBar(Turn turn, Bar bar, boolean historical) {
        if (bar.openTimeMs() <= lastBarMs) {
            return;
        }
        lastBarMs = bar.openTimeMs();
        Stance stance = stance();
        Judgement judgement = strategy.onBarClosed(bar, stance);
        if (historical) {
            return;
        }
        turn.tell(new Output.BarJudged(
                turn.cause(),
                config.id(),
                market,
                config.interval(),
                bar,
                judgement.verdict(),
                judgement.reason(),
                judgement.side(),
                judgement.confidence(),
                judgement.conditions(),
                judgement.values()));
        act(turn, bar, judgement);
    }

    private void act(Turn turn, Bar bar, Judgement judgement) {
        Side side = judgement.side();
        switch (judgement.verdict()) {
            case NO_TRADE, WARMING_UP -> {
                // The judgement itself is the explanation.
            }
            case ENTER -> {
                if (side != null) {
                    enter(turn, side);
                }
            }
            case EXIT -> leave(turn, ExitReason.OPPOSITE_SIGNAL);
            case REVERSE -> {
                if (config.reverse() && !retired) {
                    pendingSide = side;
                    pendingDecision = turn.correlationId();
                    pendingUntilMs = bar.openTimeMs() + 2 * config.interval().millis();
                }
                leave(turn, ExitReason.OPPOSITE_SIGNAL);
            }
        }
    }

    private void leave(Turn turn, ExitReason reason) {
        String decision = turn.correlationId();
        main.exit(turn, reason, Quantity.ZERO);
        turn.correlate(decision);
    }

    private void enter(Turn turn, Side side) {
        if (retired) {
            entries.deny(turn, main, side, Reason.STOPPING, "not configured any more", "a configured strategy");
            return;
        }
        boolean mainAllowed = entries.allows(turn, main, side, main.config().notional());
        boolean hedgeAllowed = hedge == null
                || !mainAllowed
                || entries.allowsBeside(
                        turn, hedge, side.opposite(), hedge.config().notional(), main);
        if (mainAllowed && hedgeAllowed) {
            entries.enter(turn, main, side, main.config().notional());
        }
    }

    private Stance stance() {
        if (isFlat() && pendingSide == null) {
            return Stance.FLAT;
        }
        boolean hedgeSettled = hedge == null || hedge.legState() == LegState.OPEN || hedge.isFlat();
        if (main.legState() == LegState.OPEN && hedgeSettled) {
            return main.side() == Side.BUY ? Stance.LONG : Stance.SHORT;
        }
        return Stance.BUSY;
    }

    @Override
    public void onEntered(Turn turn, Leg leg) {
        Leg hedgeLeg = hedge;
        Side side = main.side();
        if (hedgeLeg == null
                || leg != main
                || side == null
                || !hedgeLeg.isFlat()
                || main.legState() == LegState.EXITING) {
            return;
        }
        hedgeBy = Deadline.after(turn, HEDGE_PATIENCE_VENUE_MS, HEDGE_PATIENCE_MACHINE_MS);
        turn.correlate(main.correlationId());
        if (!entries.enter(turn, hedgeLeg, side.opposite(), hedgeLeg.config().notional())) {
            unwindMain(turn, "the hedge was denied");
        }
    }

    @Override
    public void onEntryFailed(Turn turn, Leg leg, String detail) {
        if (leg != main) {
            hedgeBy = Deadline.NEVER;
            if (main.isFlat()) {
                enterPending(turn);
            } else {
                unwindMain(turn, "the hedge's entry ended " + detail);
            }
        }
    }

    @Override
    public void onFlat(Turn turn, Leg leg, ExitReason reason) {
        HedgeConfig hedgeConfig = config.hedge();
        if (leg == main && hedge != null && hedgeConfig != null && !hedgeConfig.keepOnMainClose()) {
            hedge.exit(turn, ExitReason.LINKED_LEG, Quantity.ZERO);
        }
        if (leg == main) {
            hedgeBy = Deadline.NEVER;
        }
        enterPending(turn);
    }

    private void enterPending(Turn turn) {
        Side side = pendingSide;
        if (side == null || !isFlat()) {
            return;
        }
        pendingSide = null;
        turn.correlate(pendingDecision);
        if (turn.nowMs() < pendingUntilMs) {
            enter(turn, side);
        } else {
            entries.deny(
                    turn, main, side, Reason.SIGNAL_EXPIRED, "flat at " + turn.nowMs(), "before " + pendingUntilMs);
        }
    }

    private void unwindMain(Turn turn, String why) {
        hedgeBy = Deadline.NEVER;
        pendingSide = null;
        turn.tell(new Output.IncidentRaised(
                turn.cause(),
                Severity.WARNING,
                "hedge_leg_failed",
                main.account(),
                market,
                why + "; leaving the main leg"));
        main.exit(turn, ExitReason.LINKED_LEG, Quantity.ZERO);
    }

    void onTime(Turn turn) {
        main.onTime(turn);
        if (hedge != null) {
            hedge.onTime(turn);
            boolean late = hedgeBy.isSet() && hedgeBy.hasPassed(turn);
            if (late && hedge.legState() == LegState.ENTERING && !main.isFlat()) {
                unwindMain(turn, "the hedge's entry stays unanswered");
            } else if (late) {
                hedgeBy = Deadline.NEVER;
            }
        }
        if (pendingSide != null && turn.nowMs() >= pendingUntilMs) {
            Side side = pendingSide;
            pendingSide = null;
            entries.deny(
                    turn, main, side, Reason.SIGNAL_EXPIRED, "not flat at " + turn.nowMs(), "before " + pendingUntilMs);
        }
    }

    void plan(Agenda agenda) {
        legs().forEach(leg -> leg.plan(agenda));
        agenda.at(hedgeBy);
        if (pendingSide != null) {
            agenda.at(pendingUntilMs);
        }
    }

    /** Drops an entry that waits for the market to be left. */
    void forgetPending() {
        pendingSide = null;
    }

    /** Whether the legs trade on the same accounts, so that open positions can go on under the other configuration. */
    static boolean sameLegs(StrategyConfig before, StrategyConfig now) {
        return before.main().account().equals(now.main().account())
                && Objects.equals(hedgeAccount(before), hedgeAccount(now));
    }

    private static @Nullable AccountId hedgeAccount(StrategyConfig config) {
        HedgeConfig hedge = config.hedge();
        return hedge == null ? null : hedge.leg().account();
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
