package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Rate;
import java.math.RoundingMode;

/** The average of the premium over the hour, sampled every five seconds of venue time. */
final class PremiumAverage {
    private static final long SAMPLE_MS = 5_000;

    private long sumE12;
    private long samples;
    private long nextSampleMs = Long.MIN_VALUE;

    void sample(Rate premium, long nowMs) {
        if (nowMs >= nextSampleMs) {
            sumE12 = Math.addExact(sumE12, premium.e12());
            samples++;
            nextSampleMs = nowMs - Math.floorMod(nowMs, SAMPLE_MS) + SAMPLE_MS;
        }
    }

    Rate average() {
        return samples == 0 ? Rate.ZERO : new Rate(FixedPoint.divide(sumE12, samples, RoundingMode.HALF_EVEN));
    }

    void restart() {
        sumE12 = 0;
        samples = 0;
    }
}
