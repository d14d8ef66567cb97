package dev.sparkstacker.app.config.check;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.bind.Nearest;
import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.LegSettings;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only the venue's metadata and prices can tell: unknown markets, leverage it does not offer, legs of no lot. */
public final class VenueChecks {
    private VenueChecks() {}

    /**
     * Checks the strategies against the venue; call it after the metadata was read and before anything is sent.
     *
     * @param instruments every market of the venue
     * @param marks current prices of the markets that are traded; one that is not known is not checked
     * @return what is wrong; errors must prevent a start
     */
    public static List<Problem> run(
            EffectiveConfig effective, Map<MarketId, Instrument> instruments, Map<MarketId, Price> marks) {
        List<Problem> problems = new ArrayList<>();
        Scope scope = new Scope(effective.config(), effective.places(), problems);
        for (StrategySettings strategy : effective.config().strategies()) {
            for (int i = 0; i < strategy.markets().size(); i++) {
                MarketId market = strategy.markets().get(i);
                Instrument instrument = instruments.get(market);
                String path = scope.pathOf(strategy) + ".markets[" + i + "]";
                if (instrument == null) {
                    unknown(scope, path, market, instruments);
                } else {
                    offered(scope, path, instrument);
                    leg(scope, scope.pathOf(strategy.main()), strategy.main(), instrument, marks.get(market));
                }
            }
            hedge(scope, strategy, instruments, marks);
        }
        return problems;
    }

    private static void unknown(Scope scope, String path, MarketId market, Map<MarketId, Instrument> instruments) {
        List<String> coins = instruments.keySet().stream().map(MarketId::coin).toList();
        String remedy = Nearest.to(market.coin(), coins)
                .map(near -> "Did you mean \"" + near + "-USD\"?")
                .orElse("The venue lists " + coins.size() + " markets; names are case-sensitive, such as kPEPE.");
        scope.error(path, "the venue has no market " + market, remedy);
    }

    private static void offered(Scope scope, String path, Instrument instrument) {
        Leverage least = scope.config().risk().limits().minLeverage();
        if (instrument.maxLeverage().times() < least.times()) {
            scope.error(
                    path,
                    instrument.market() + " offers at most " + instrument.maxLeverage()
                            + ", less than risk.limits.minLeverage " + least,
                    "Choose another market or lower the limit (MIN_LEVERAGE).");
        }
    }

    /** The hedge's leg in each of its markets; one that the main legs share was looked for already. */
    private static void hedge(
            Scope scope, StrategySettings strategy, Map<MarketId, Instrument> instruments, Map<MarketId, Price> marks) {
        HedgeSettings hedge = strategy.hedge();
        if (hedge == null) {
            return;
        }
        MarketId own = hedge.market();
        for (MarketId market : own == null ? strategy.markets() : List.of(own)) {
            Instrument instrument = instruments.get(market);
            if (instrument != null) {
                leg(scope, scope.pathOf(hedge), hedge.leg(), instrument, marks.get(market));
            } else if (own != null) {
                unknown(scope, scope.pathOf(hedge) + ".market", market, instruments);
            }
        }
    }

    private static void leg(Scope scope, String path, LegSettings leg, Instrument instrument, @Nullable Price mark) {
        if (leg.leverage().times() > instrument.maxLeverage().times()) {
            scope.error(
                    path + ".leverage",
                    instrument.market() + " offers at most " + instrument.maxLeverage() + ", not " + leg.leverage(),
                    "Lower it.");
        }
        for (AccountSettings account : scope.config().accounts()) {
            boolean cross = account.name().equals(leg.account()) && account.marginMode() == MarginMode.CROSS;
            if (cross && instrument.isolatedOnly()) {
                scope.error(
                        scope.pathOf(account) + ".marginMode",
                        instrument.market() + " allows isolated margin only",
                        "Write \"isolated\".");
            }
        }
        if (mark != null && !mark.isZero()) {
            lot(scope, path, leg, instrument, mark);
        }
    }

    private static void lot(Scope scope, String path, LegSettings leg, Instrument instrument, Price mark) {
        Usd notional = leg.fixedNotional();
        if (notional == null) {
            return;
        }
        Quantity size = instrument.roundSize(notional.dividedBy(mark, RoundingMode.DOWN));
        if (!size.isZero()) {
            return;
        }
        Usd oneLot = mark.times(instrument.lot());
        BigDecimal margin = FixedPoint.toBigDecimal(oneLot.e8())
                .divide(BigDecimal.valueOf(leg.leverage().times()), 2, RoundingMode.CEILING);
        scope.error(
                path + ".marginUsd",
                notional + " USD of " + instrument.market() + " at " + mark + " is less than the lot of "
                        + instrument.lot() + " and rounds to zero",
                "One lot needs a margin of " + margin.toPlainString() + " USD at " + leg.leverage() + ".");
    }
}
