package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.data.FundingCsv;
import dev.sparkstacker.domain.Rate;

/** Which rate is settled on the hour. */
public sealed interface Funding {
    /** The rate at the end of the hour that holds an instant. */
    Rate during(long timeMs);

    /** For people, with where it comes from. */
    String describe();

    /** One rate for every hour, as somebody chose it. */
    record Configured(Rate hourly) implements Funding {
        @Override
        public Rate during(long timeMs) {
            return hourly;
        }

        @Override
        public String describe() {
            return hourly.isZero()
                    ? "no funding: the configured rate is zero"
                    : "a configured rate of " + hourly + " an hour; no recorded rates were given";
        }
    }

    /** As recorded. */
    record Recorded(FundingCsv rates) implements Funding {
        @Override
        public Rate during(long timeMs) {
            return rates.during(timeMs);
        }

        @Override
        public String describe() {
            return "recorded rates of " + rates.file().name() + ", periods of several hours in equal hourly parts";
        }
    }
}
