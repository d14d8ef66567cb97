package dev.sparkstacker.telemetry.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;

/** Money and margin. The numbers are for display; the truth is the journal. Help, units and bounds of labels stand in {@code metrics.json}. */
public final class AccountMeters {
    public final Gauge marginRatio;
    public final Gauge liquidationPrice;
    public final Gauge capitalUtilization;
    public final Gauge maxDrawdown;
    public final Gauge equity;
    public final Gauge withdrawable;
    public final Gauge unrealized;
    public final Gauge notional;
    public final Gauge realized;
    public final Gauge fees;
    public final Gauge funding;
    public final Counter unreadAccounts;

    AccountMeters(MeterFactory make) {
        marginRatio = make.gauge(
                "spark_stacker_margin_ratio",
                "Margin the venue holds for the net position over its value at the mark price; absent while flat. The smaller, the nearer to liquidation.",
                "exchange",
                "position_id");
        liquidationPrice = make.gauge(
                "spark_stacker_liquidation_price",
                "Mark price at which the venue liquidates the position; absent while flat or where no price does.",
                "exchange",
                "position_id");
        capitalUtilization = make.gauge(
                "spark_stacker_capital_utilization_percent",
                "Share of all accounts' value that cannot be withdrawn because positions and orders hold it.");
        maxDrawdown = make.gauge(
                "spark_stacker_max_drawdown_percent",
                "Largest fall of the accounts' total value from a peak within the last hour, day and week of venue time, since the process started; transfers are not taken out.",
                "timeframe");
        equity = make.gauge(
                "spark_equity_usd", "Account value as last read from the venue; absent until read.", "account");
        withdrawable = make.gauge("spark_withdrawable_usd", "What could be withdrawn; absent until read.", "account");
        unrealized = make.gauge(
                "spark_unrealized_pnl_usd",
                "Profit of open positions at the mark as the venue tells it; absent until read.",
                "account");
        notional = make.gauge(
                "spark_position_notional_usd",
                "Signed value of the leg's position at the mark, long positive; 0 while flat.",
                "account",
                "market",
                "leg");
        realized = make.gauge(
                "spark_realized_pnl_usd",
                "Net profit of the closed trades since the process started.",
                "strategy",
                "leg");
        fees = make.gauge("spark_fees_usd", "Fees paid less rebates received since the process started.", "account");
        funding = make.gauge(
                "spark_funding_usd", "Funding received less funding paid since the process started.", "account");
        unreadAccounts = make.counter(
                "spark_account_read_failures_total",
                "Readings of an account that failed; a failed reading is not an empty account.",
                "account");
    }
}
