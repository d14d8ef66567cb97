package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.output.Output.EquityMarked;
import dev.sparkstacker.domain.output.Output.FundingBooked;
import dev.sparkstacker.domain.output.Output.LeverageKnown;
import dev.sparkstacker.domain.output.Output.Reconciled;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.AccountMeters;
import dev.sparkstacker.telemetry.metrics.Labels;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Money, funding, leverage and whether our books agree with the venue's. */
final class AccountWatch {
    private static final String COMPONENT = "portfolio";
    private static final long HOUR_MS = 3_600_000L;

    private final Outlet out;
    private final AccountMeters meters;
    private final Map<AccountId, EquityMarked> equity = new TreeMap<>();
    private final Map<String, Drawdown> drawdowns = new LinkedHashMap<>();

    AccountWatch(Outlet out) {
        this.out = out;
        this.meters = out.meters().account;
        drawdowns.put("1h", new Drawdown(HOUR_MS));
        drawdowns.put("1d", new Drawdown(24 * HOUR_MS));
        drawdowns.put("1w", new Drawdown(7 * 24 * HOUR_MS));
    }

    void equity(EquityMarked marked) {
        String account = marked.account().name();
        meters.equity.labelValues(account).set(Figures.metered(marked.accountValue()));
        meters.withdrawable.labelValues(account).set(Figures.metered(marked.withdrawable()));
        meters.unrealized.labelValues(account).set(Figures.metered(marked.unrealizedPnl()));
        equity.put(marked.account(), marked);
        if (equity.size() >= out.config().accounts().size()) {
            total(marked.cause().venueTimeMs());
        }
        out.log()
                .event(
                        LogEvent.EQUITY_MARKED,
                        LogContext.of(COMPONENT, marked.cause()),
                        "Account value " + marked.accountValue() + " USD",
                        field("account", marked.account()),
                        field("accountValue", marked.accountValue()),
                        field("withdrawable", marked.withdrawable()),
                        field("unrealizedPnl", marked.unrealizedPnl()));
    }

    /** Figures over all accounts; only once each of them was read. */
    private void total(long venueTimeMs) {
        double value = 0;
        double free = 0;
        for (EquityMarked marked : equity.values()) {
            value += Figures.metered(marked.accountValue());
            free += Figures.metered(marked.withdrawable());
        }
        if (value > 0) {
            meters.capitalUtilization.set(100.0 * Math.max(0, value - free) / value);
        }
        for (Map.Entry<String, Drawdown> window : drawdowns.entrySet()) {
            window.getValue().add(venueTimeMs, value);
            meters.maxDrawdown
                    .labelValues(window.getKey())
                    .set(window.getValue().percent());
        }
    }

    void funding(FundingBooked funding) {
        meters.funding.labelValues(funding.account().name()).inc(Figures.metered(funding.amount()));
        var leg = funding.leg();
        LogContext context = LogContext.of(COMPONENT, funding.cause()).market(funding.market());
        out.log()
                .event(
                        LogEvent.FUNDING_PAID,
                        leg == null ? context : context.strategy(leg.strategy()),
                        (funding.amount().isNegative() ? "Paid " : "Received ")
                                + funding.amount().abs() + " USD funding",
                        field("account", funding.account()),
                        field("amount", funding.amount()),
                        field("rate", funding.rate()),
                        field("paidAt", Figures.time(funding.paidAtMs())),
                        field("leg", leg == null ? null : Labels.leg(leg.role())));
    }

    void leverage(LeverageKnown known) {
        out.log()
                .event(
                        LogEvent.LEVERAGE_CONFIRMED,
                        LogContext.of("risk", known.cause()).market(known.market()),
                        "Leverage is " + known.leverage() + "x " + known.marginMode(),
                        field("account", known.account()),
                        field("leverage", known.leverage()),
                        field("marginMode", known.marginMode()));
    }

    void reconciled(Reconciled reconciled) {
        String account = reconciled.account().name();
        boolean clean = reconciled.differences() == 0;
        var trading = out.meters().trading;
        trading.reconciliations
                .labelValues(account, clean ? "clean" : "different")
                .inc();
        trading.reconciliationDifferences.labelValues(account).inc(reconciled.differences());
        trading.reconciliationLast.labelValues(account).set(reconciled.cause().machineTimeMs() / 1000.0);
        LogContext context = LogContext.of("reconciliation", reconciled.cause());
        if (clean) {
            out.log()
                    .event(
                            LogEvent.RECONCILIATION_CLEAN,
                            context,
                            "Our books agree with the venue's",
                            field("account", reconciled.account()),
                            field("detail", reconciled.detail()));
        } else {
            out.log()
                    .event(
                            LogEvent.RECONCILIATION_DIFFERENCES,
                            context,
                            reconciled.differences() + " differences from the venue: " + reconciled.detail(),
                            field("account", reconciled.account()),
                            field("differences", reconciled.differences()),
                            field("detail", reconciled.detail()));
        }
    }
}
