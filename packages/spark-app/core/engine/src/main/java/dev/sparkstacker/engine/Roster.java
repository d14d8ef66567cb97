package dev.sparkstacker.engine;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.risk.RiskManager;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which strategies trade which markets on which accounts: as configured, and as what is open demands. */
final class Roster {
    private static final long TOO_OLD_BARS = 4_500;

    private final World world;
    private final RiskManager risk;
    private final Entries entries;
    private final Function<String, Optional<StrategyType>> types;

    Roster(World world, RiskManager risk, Entries entries, Function<String, Optional<StrategyType>> types) {
        this.world = world;
        this.risk = risk;
        this.entries = entries;
        this.types = types;
    }

    /** Takes a configuration: what it no longer names and is open is kept until it is closed. */
    void configure(Turn turn, TradingConfig config) {
        List<Pair> before = List.copyOf(world.pairs());
        world.configure(config);
        for (AccountConfig account : config.accounts()) {
            if (world.findAccount(account.id()) == null) {
                world.put(new AccountBook(account.id(), account.marginMode(), turn.nowMs()));
            }
        }
        world.pairs().clear();
        for (StrategyConfig strategy : config.strategies()) {
            for (MarketId market : strategy.markets()) {
                world.pairs().add(carryOver(before, strategy, market));
            }
        }
        keepOpenOrphans(before);
        for (Pair pair : world.pairs()) {
            want(turn, pair);
        }
        world.risk().configure(turn.nowMs());
    }

    private Pair carryOver(List<Pair> before, StrategyConfig config, MarketId market) {
        Pair pair = makePair(config, market);
        for (Pair old : before) {
            if (!old.config().id().equals(config.id()) || !old.market().equals(market)) {
                continue;
            }
            if (!old.isFlat() && !Pair.sameLegs(old.config(), config)) {
                return retired(old);
            }
            pair.load(old.state(), Pair.sameStrategy(old.config(), config));
            pair.configure(config);
        }
        return pair;
    }

    /** What is open goes on under the configuration it was opened with, and nothing is entered any more. */
    private Pair retired(Pair old) {
        Pair kept = makePair(old.config(), old.market());
        kept.load(old.state(), true);
        kept.retire();
        return kept;
    }

    /** A strategy that left the configuration while it holds a position is kept until that is closed. */
    private void keepOpenOrphans(List<Pair> before) {
        for (Pair old : before) {
            boolean kept = world.pairs().stream()
                    .anyMatch(pair -> pair.config().id().equals(old.config().id())
                            && pair.market().equals(old.market()));
            if (!kept && !old.isFlat()) {
                world.pairs().add(retired(old));
            }
        }
    }

    /** A pair as its configuration makes it, with nothing learned and nothing held. */
    Pair makePair(StrategyConfig config, MarketId market) {
        Strategy strategy = types.apply(config.type())
                .orElseThrow(() -> new IllegalArgumentException("No such strategy type: " + config.type()))
                .create(config.parameters(), config.interval());
        Desk desk = Desk.of(world, risk);
        HedgeConfig hedge = config.hedge();
        MarketId hedgeMarket = hedge == null ? market : hedge.marketOr(market);
        if (!hedgeMarket.equals(market) && config.markets().size() > 1) {
            throw new IllegalArgumentException(
                    config.id() + " trades several markets, so that its hedge cannot have one of its own");
        }
        return new Pair(config, world.market(market), world.market(hedgeMarket), strategy, desk, entries);
    }

    private void want(Turn turn, Pair pair) {
        StrategyConfig config = pair.config();
        BarFeed feed = world.market(pair.market()).feed(config.interval(), 3 * pair.warmUpBars() + 100);
        if (pair.isFresh()) {
            feed.forget();
        }
        world.account(config.main().account())
                .wantLeverage(turn, pair.market(), config.main().leverage());
        HedgeConfig hedge = config.hedge();
        if (hedge != null) {
            world.account(hedge.leg().account())
                    .wantLeverage(
                            turn, hedge.marketOr(pair.market()), hedge.leg().leverage());
        }
    }

    /** After a gap longer than the venue's memory, what the strategies learned no longer joins what follows. */
    void forgetAncient(Turn turn, Market market, BarFeed feed) {
        long last = feed.lastClosedMs();
        if (last < 0 || turn.nowMs() - last < TOO_OLD_BARS * feed.interval().millis()) {
            return;
        }
        feed.forget();
        List<Pair> pairs = world.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (pair.market().equals(market.id()) && pair.config().interval() == feed.interval()) {
                Pair fresh = makePair(pair.config(), pair.market());
                fresh.load(pair.state(), false);
                pairs.set(i, fresh);
            }
        }
    }
}
