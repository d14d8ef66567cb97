package dev.sparkstacker.app.tools.backtest;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.port.BacktestRequest;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.backtest.data.FundingCsv;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.MarketRules;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.run.Depth;
import dev.sparkstacker.backtest.run.Funding;
import dev.sparkstacker.backtest.run.RunSettings;
import dev.sparkstacker.backtest.run.Setup;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.ExitConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** From what a person asked for to the settings of a run. */
final class SettingsReader {
    private static final String SUPER_SIGNAL = "super-signal";
    private static final int SUPER_SIGNAL_COOLDOWN_BARS = 3;
    private static final BigDecimal MS_PER_HOUR = BigDecimal.valueOf(3_600_000L);
    private static final BigDecimal REST_RATE_PCT = new BigDecimal("0.00125");
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final int LEVERAGE = 5;
    private static final int RATE_DECIMALS = 12;

    private final RunIdentity.Build build;
    private final BacktestRequest request;
    private final Supplier<EffectiveConfig> config;

    SettingsReader(RunIdentity.Build build, BacktestRequest request, Supplier<EffectiveConfig> config) {
        this.build = build;
        this.request = request;
        this.config = config;
    }

    /** The settings for data of a market with these rules. @throws CommandFailure if the request is wrong */
    RunSettings read(MarketData data, MarketRules known) {
        StrategyType type = Strategies.byName(request.strategy()).orElse(null);
        if (type != null) {
            MarketRules rules = fees(known);
            return settings(alone(type, data, rules), type, rules);
        }
        EffectiveConfig effective = config.get();
        MarketRules rules = fees(minimum(known, effective));
        TradingConfig trading = configured(effective.trading(), rules);
        return settings(trading, typeOf(trading.strategies().getFirst()), rules);
    }

    private RunSettings settings(TradingConfig trading, StrategyType type, MarketRules rules) {
        StrategyConfig strategy = trading.strategies().getFirst();
        BacktestRequest.Period period = request.period();
        return new RunSettings(
                build,
                Setup.identity(strategy, type),
                trading,
                rules,
                usd(request.money().balanceUsd(), "--balance"),
                latency(),
                depth(),
                funding(),
                request.venue().seed(),
                Instants.parse("--from", period.from()),
                Instants.parse("--to", period.to()),
                period.warmUpBars(),
                RunSettings.RECONCILE_EVERY_MS,
                null);
    }

    private TradingConfig alone(StrategyType type, MarketData data, MarketRules rules) {
        BacktestRequest.Money money = request.money();
        BigDecimal margin = money.marginUsd() == null ? money.balanceUsd().multiply(TENTH) : money.marginUsd();
        int leverage = Objects.requireNonNullElse(money.leverage(), Math.min(LEVERAGE, rules.maxLeverage()));
        if (leverage < 1 || leverage > rules.maxLeverage()) {
            throw usage(
                    "--leverage is " + leverage + "; " + rules.market() + " allows 1 to " + rules.maxLeverage() + ".");
        }
        try {
            return Setup.ofType(
                    type,
                    request.parameters(),
                    rules.market(),
                    interval(type, data),
                    new Setup.Trading(usd(margin, "--margin"), new Leverage(leverage), exits(type, money), true));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.USAGE, "--param " + wrong.getMessage(), wrong);
        }
    }

    private TradingConfig configured(TradingConfig trading, MarketRules rules) {
        StrategyConfig found = trading.strategies().stream()
                .filter(strategy -> strategy.id().toString().equals(request.strategy()))
                .findFirst()
                .orElseThrow(() -> usage("There is no strategy '" + request.strategy() + "'. Types are "
                        + Strategies.all().stream().map(StrategyType::name).collect(Collectors.joining(", "))
                        + "; the configuration has "
                        + trading.strategies().stream()
                                .map(strategy -> strategy.id().toString())
                                .collect(Collectors.joining(", "))
                        + "."));
        String interval = request.interval();
        try {
            return Setup.ofConfigured(
                    trading,
                    new StrategyId(request.strategy()),
                    typeOf(found),
                    request.parameters(),
                    rules.market(),
                    interval == null ? null : intervalOf(interval));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.USAGE, "--param " + wrong.getMessage(), wrong);
        }
    }

    private static StrategyType typeOf(StrategyConfig strategy) {
        return Strategies.byName(strategy.type())
                .orElseThrow(
                        () -> usage("Strategy " + strategy.id() + " is of the unknown type " + strategy.type() + "."));
    }

    private Interval interval(StrategyType type, MarketData data) {
        String chosen = request.interval();
        if (chosen != null) {
            return intervalOf(chosen);
        }
        Interval usual = type.name().equals(SUPER_SIGNAL) ? Interval.M3 : Interval.M1;
        return data instanceof MarketData.Bars bars && bars.interval().millis() > usual.millis()
                ? bars.interval()
                : usual;
    }

    private static Interval intervalOf(String code) {
        return Interval.byCode(code)
                .orElseThrow(() -> usage("--interval is '" + code + "'; it may be "
                        + Arrays.stream(Interval.values()).map(Interval::code).collect(Collectors.joining(", "))
                        + "."));
    }

    private static ExitConfig exits(StrategyType type, BacktestRequest.Money money) {
        BigDecimal stop = positive("--stop-pct", Objects.requireNonNullElse(money.stopPct(), new BigDecimal("5")));
        BigDecimal target = positive("--target-pct", Objects.requireNonNullElse(money.targetPct(), BigDecimal.TEN));
        BigDecimal hold =
                positive("--max-hold-hours", Objects.requireNonNullElse(money.maxHoldHours(), new BigDecimal("24")));
        int cooldown = Objects.requireNonNullElse(
                money.cooldownBars(), type.name().equals(SUPER_SIGNAL) ? SUPER_SIGNAL_COOLDOWN_BARS : 0);
        if (cooldown < 0) {
            throw usage("--cooldown-bars is " + cooldown + "; it counts bars, zero or more.");
        }
        return new ExitConfig(
                Rate.ofPct(stop),
                Rate.ofPct(target),
                hold.multiply(MS_PER_HOUR).setScale(0, RoundingMode.HALF_UP).longValueExact(),
                cooldown);
    }

    private static MarketRules minimum(MarketRules rules, EffectiveConfig config) {
        Usd minimum = config.config().paper().venueRules().minNotionalUsd();
        return minimum.equals(rules.minNotional())
                ? rules
                : new MarketRules(
                        rules.market(),
                        rules.source() + ", least order " + minimum + " USD by the configuration",
                        rules.szDecimals(),
                        rules.maxLeverage(),
                        rules.isolatedOnly(),
                        minimum,
                        rules.takerFee(),
                        rules.makerFee());
    }

    private MarketRules fees(MarketRules rules) {
        BigDecimal taker = request.venue().takerFeePct();
        BigDecimal maker = request.venue().makerFeePct();
        if (taker == null && maker == null) {
            return rules;
        }
        return new MarketRules(
                rules.market(),
                rules.source() + ", fees as chosen",
                rules.szDecimals(),
                rules.maxLeverage(),
                rules.isolatedOnly(),
                rules.minNotional(),
                taker == null ? rules.takerFee() : rate("--taker-fee-pct", taker),
                maker == null ? rules.makerFee() : rate("--maker-fee-pct", maker));
    }

    private long latency() {
        long latency = request.venue().latencyMs();
        if (latency < 1 || latency > 60_000) {
            throw usage("--latency-ms is " + latency + "; it may be 1 to 60000.");
        }
        return latency;
    }

    private Depth depth() {
        BigDecimal slippage = request.venue().slippageBps();
        if (slippage == null) {
            return new Depth.Walked(DepthModel.full());
        }
        if (slippage.signum() < 0 || slippage.compareTo(BigDecimal.valueOf(500)) > 0) {
            throw usage("--slippage-bps is " + slippage + "; it may be 0 to 500.");
        }
        return new Depth.Slipped(Rate.ofBps(slippage));
    }

    private Funding funding() {
        Path file = request.venue().funding();
        BigDecimal rate = request.venue().fundingPctHour();
        if (file != null && rate != null) {
            throw usage("--funding and --funding-rate-pct exclude each other.");
        }
        return file == null
                ? new Funding.Configured(rate("--funding-rate-pct", rate == null ? REST_RATE_PCT : rate))
                : new Funding.Recorded(FundingCsv.read(file));
    }

    private static Rate rate(String option, BigDecimal percent) {
        if (percent.abs().compareTo(BigDecimal.valueOf(4)) > 0 || percent.scale() > RATE_DECIMALS - 2) {
            throw usage(option + " is " + percent + "; it is a percentage from -4 to 4.");
        }
        return Rate.ofPct(percent);
    }

    private static BigDecimal positive(String option, BigDecimal value) {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(10_000)) > 0) {
            throw usage(option + " is " + value + "; it must be above 0 and at most 10000.");
        }
        return value;
    }

    private static Usd usd(BigDecimal amount, String option) {
        if (amount.signum() <= 0 || amount.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
            throw usage(
                    option + " is " + amount.toPlainString() + "; it is an amount of USD above 0, at most 1000000000.");
        }
        return new Usd(FixedPoint.fromBigDecimal(amount, RoundingMode.HALF_EVEN));
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
