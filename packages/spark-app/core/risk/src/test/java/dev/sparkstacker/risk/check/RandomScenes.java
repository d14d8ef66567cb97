package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.TradingWindow;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.risk.breaker.DailyBudget;
import dev.sparkstacker.risk.breaker.LossStreakBreaker;
import dev.sparkstacker.risk.state.KillSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One random world. Whatever has a limit lies near it more often than not: on it, or one tick to either side. In half of
 * the worlds little goes wrong besides, so that some entries pass.
 */
final class RandomScenes {
    private static final long HIGHEST_STOP = Price.of("10000000").e8();

    private final Random random;
    private final boolean calm;

    RandomScenes(long seed) {
        random = new Random(seed);
        calm = random.nextBoolean();
    }

    Scene next() {
        Scene scene = new Scene();
        trading(scene);
        entry(scene);
        limits(scene);
        scopes(scene);
        loads(scene);
        book(scene);
        return scene;
    }

    private void trading(Scene scene) {
        scene.state = rarely() ? TradingState.HALTED : TradingState.ACTIVE;
        scene.reconciled = !rarely();
        scene.duplicate = rarely();
        scene.opposite = rarely() ? "other" : null;
        scene.kill = rarely() ? new KillSwitch(RiskScope.global(), "a", "b", 1) : null;
        scene.tripped = rarely() ? LossStreakBreaker.fresh(RiskScope.global(), 1) : null;
        scene.doubt = rarely() ? "doubted" : null;
        scene.fault = rarely() ? "GAP" : null;
        scene.quoteAgeMs = near(5_000);
        scene.schedule = rarely() ? List.of(new TradingWindow(1, 3, 600, 900)) : List.of();
        scene.nowMs = random.nextLong(2_000_000_000_000L);
        scene.confirmed = rarely() ? null : new Leverage(scene.leverage);
        scene.confirmedMode = rarely() ? null : scene.marginMode;
    }

    private void entry(Scene scene) {
        scene.side = random.nextBoolean() ? Side.BUY : Side.SELL;
        int sign = scene.side.sign();
        scene.szDecimals = random.nextInt(5);
        long lot = Quantity.of("1").e8();
        for (int i = 0; i < scene.szDecimals; i++) {
            lot /= 10;
        }
        long lots = rarely() ? 0 : 1 + random.nextInt(40);
        scene.size = new Quantity(lots * lot + (rarely() ? 1 : 0)).toString();
        long price =
                100_000_000L * (10 + random.nextInt(3_000)) + (random.nextBoolean() ? 0 : random.nextInt(1_000_000));
        scene.reference = new Price(price).toString();
        scene.mark = rarely() ? null : rarely() ? "0" : new Price(price + random.nextInt(3) - 1).toString();
        scene.limit = new Price(price + sign * (price / 200 + random.nextInt(3) - 1)).toString();
        scene.leverage = 1 + random.nextInt(30);
        scene.offered = Math.max(1, (int) near(scene.leverage));
        scene.confirmed = rarely()
                ? new Leverage(1 + random.nextInt(50))
                : scene.confirmed == null ? null : new Leverage(scene.leverage);
        scene.marginMode = random.nextBoolean() ? MarginMode.CROSS : MarginMode.ISOLATED;
        scene.confirmedMode = rarely() ? null : scene.marginMode;
        scene.target = rarely() ? null : new Rate(near(rarely() ? 0 : rarely() ? Rate.ONE : Rate.ONE / 10)).toString();
        scene.equity = rarely() ? null : new Usd(random.nextLong(5_000_000_000_000L)).toString();
        scene.otherMaintenance = rarely() ? null : new Usd(random.nextLong(50_000_000_000L)).toString();
        scene.held = random.nextInt(3) == 0
                ? new EntryFacts.Held(
                        new Quantity(lot * (1 + random.nextInt(9))), new Price(price + random.nextInt(99)))
                : null;
        stop(scene, price, sign);
    }

    /** Somewhere sensible, at the entry, or where the venue would liquidate. */
    private void stop(Scene scene, long price, int sign) {
        scene.stop = new Price(price - sign * (price / 100 * (1 + random.nextInt(60)))).toString();
        int pick = random.nextInt(10);
        if (pick == 0) {
            scene.stop = null;
        } else if (pick == 1) {
            scene.stop = new Price(near(price)).toString();
        } else if (pick == 2) {
            scene.stop = "0";
        } else if (pick < 7) {
            LiquidationPrice.Result liquidation = LiquidationPrice.of(scene.entry(), scene.facts());
            scene.stop = new Price(Math.clamp(near(liquidation.price().e8()), 0, HIGHEST_STOP)).toString();
        }
    }

    private void limits(Scene scene) {
        Usd notional = scene.entry().notional();
        scene.minNotional = new Usd(near(rarely() ? notional.e8() : notional.e8() / 2)).toString();
        scene.orders = orders(notional);
        scene.positions = positions(notional, scene);
        scene.quality = quality();
    }

    private LimitSet.Orders orders(Usd notional) {
        return new LimitSet.Orders(
                maybe(new Usd(near(rarely() ? notional.e8() : notional.e8() / 2))),
                maybe(new Usd(near(rarely() ? notional.e8() : notional.e8() * 2))),
                maybe(1 + random.nextInt(20)),
                maybe(random.nextInt(3) == 0 ? new Pct(near(5_000_000_000L)) : Pct.of("2")));
    }

    private LimitSet.Positions positions(Usd notional, Scene scene) {
        return new LimitSet.Positions(
                maybe(notional.times(2 + random.nextInt(5))),
                maybe(notional.times(5 + random.nextInt(9))),
                maybe(1 + random.nextInt(9)),
                maybe(new Leverage(Math.max(1, (int) near(rarely() ? scene.offered : 2)))),
                maybe(new Leverage(Math.max(1, (int) near(rarely() ? scene.leverage : 40)))));
    }

    private LimitSet.MarketQuality quality() {
        return new LimitSet.MarketQuality(
                maybe(new Usd(random.nextLong(100_000_000_000L))),
                maybe(new Pct(1 + random.nextLong(10_000_000_000L))),
                maybe(new Pct(1 + random.nextLong(20_000_000_000L))));
    }

    private void scopes(Scene scene) {
        Usd notional = scene.entry().notional();
        for (RiskScope scope : List.of(Scene.ACCOUNT, Scene.STRATEGY, Scene.MARKET)) {
            if (random.nextInt(3) == 0) {
                scene.inner.add(new ScopedLimits(
                        scope,
                        new LimitSet(orders(notional), positions(notional, scene), quality(), LimitSet.Losses.NONE)));
            }
        }
    }

    private void loads(Scene scene) {
        scene.position = rarely() ? null : new Usd(room(scene, Scene::positionLimit)).toString();
        scene.global = load(scene);
        scene.account = load(scene);
        scene.strategy = load(scene);
        scene.market = load(scene);
        Usd risk = Usd.of("100");
        List<DailyBudget> budgets = new ArrayList<>();
        for (RiskScope scope : List.of(RiskScope.global(), Scene.ACCOUNT, Scene.STRATEGY, Scene.MARKET)) {
            if (random.nextInt(3) == 0) {
                budgets.add(new DailyBudget(scope, rarely() ? null : budget(scene, scope, risk)));
            }
        }
        scene.budgets = budgets;
    }

    private Usd budget(Scene scene, RiskScope scope, Usd otherwise) {
        ScopeLoad load = scene.facts().loads().in(scope);
        if (scene.stop == null || load.openRisk() == null || random.nextInt(3) == 0) {
            return otherwise;
        }
        long distance =
                Math.abs(Price.of(scene.limit).e8() - Price.of(scene.stop).e8());
        Usd loss = new Price(distance).times(Quantity.of(scene.size), java.math.RoundingMode.UP);
        return new Usd(near(loss.plus(load.openRisk()).e8()));
    }

    private ScopeLoad load(Scene scene) {
        Usd held = new Usd(room(scene, Scene::exposureLimit));
        Usd worst = random.nextBoolean() ? held : new Usd(room(scene, Scene::exposureLimit));
        return new ScopeLoad(
                rarely() ? null : held,
                rarely() ? null : worst,
                random.nextInt(6),
                random.nextInt(12),
                rarely() ? null : new Usd(random.nextLong(5_000_000_000L)));
    }

    /** What may be held besides the entry, near enough to matter. */
    private long room(Scene scene, java.util.function.Function<Scene, @Nullable Usd> limitOf) {
        Usd limit = limitOf.apply(scene);
        long notional = scene.entry().notional().e8();
        if (limit == null || random.nextInt(3) == 0) {
            return random.nextLong(1 + notional * 4);
        }
        return Math.max(0, near(limit.e8() - notional));
    }

    private void book(Scene scene) {
        scene.bookKnown = !rarely();
        scene.bookAgeMs = near(5_000);
        long mid = Price.of(scene.reference).e8();
        long half = 1 + random.nextLong(Math.max(1, mid / 300));
        long tick = 1 + random.nextLong(Math.max(1, mid / 400));
        scene.bids = rarely() ? List.of() : side(mid - half, -tick);
        scene.asks = rarely() ? List.of() : side(rarely() ? mid - half : mid + half, tick);
        int pick = random.nextInt(4);
        if (pick == 0 && !scene.bids.isEmpty() && !scene.asks.isEmpty()) {
            touchThresholds(scene);
        }
    }

    /** Sets the limits to what the book really shows, or a tick beside. */
    private void touchThresholds(Scene scene) {
        Price mid = java.util.Objects.requireNonNull(new OrderBook(scene.bids, scene.asks, 0).mid());
        long spread = scene.asks.getFirst().price().e8()
                - scene.bids.getFirst().price().e8();
        long spreadPct = Math.max(
                1, Pct.share(spread, mid.e8(), java.math.RoundingMode.HALF_UP).e10());
        List<BookLevel> taken = scene.side == Side.BUY ? scene.asks : scene.bids;
        Usd depth = Usd.ZERO;
        for (BookLevel level : taken) {
            depth = depth.plus(level.price().times(level.size(), java.math.RoundingMode.DOWN));
        }
        long away = Math.abs(taken.getLast().price().e8() - mid.e8());
        long awayPct = Pct.share(away, mid.e8(), java.math.RoundingMode.HALF_UP).e10();
        scene.quality = new LimitSet.MarketQuality(
                new Usd(near(depth.e8())), new Pct(near(spreadPct)), new Pct(near(Math.max(1, awayPct))));
    }

    private List<BookLevel> side(long best, long step) {
        List<BookLevel> levels = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            levels.add(new BookLevel(
                    new Price(Math.max(1, best + i * step)), new Quantity(1 + random.nextLong(2_000_000_000L))));
        }
        return levels;
    }

    private long near(long value) {
        return value + random.nextInt(3) - 1;
    }

    private boolean rarely() {
        return random.nextInt(calm ? 500 : 25) == 0;
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
