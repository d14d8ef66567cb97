package dev.sparkstacker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The venue's tick and lot rules. */
class InstrumentTest {
    private static final Path VECTORS = Path.of("../shared/protocol/number-vectors.json");
    private static final Pattern PRICE = Pattern.compile(
            "\\{\\s*\"px\":\\s*\"([^\"]+)\",\\s*\"szDecimals\":\\s*(\\d+),\\s*\"market\":\\s*\"(\\w+)\",\\s*\"valid\":\\s*(true|false)");
    private static final Pattern SIZE = Pattern.compile(
            "\\{\\s*\"sz\":\\s*\"([^\"]+)\",\\s*\"szDecimals\":\\s*(\\d+),\\s*\"valid\":\\s*(true|false)");

    private static Instrument rules(int szDecimals) {
        return new Instrument(new MarketId("ETH"), 1, szDecimals, new Leverage(25), false, Usd.of("10"));
    }

    private static String vectors() throws IOException {
        Assumptions.assumeTrue(Files.exists(VECTORS), VECTORS + " is absent");
        return Files.readString(VECTORS);
    }

    @Test
    void pricesAreValidWhereTheVenueSaysSo() throws IOException {
        Matcher vector = PRICE.matcher(vectors());
        int compared = 0;
        while (vector.find()) {
            if (vector.group(3).equals("perp")) {
                boolean valid = rules(Integer.parseInt(vector.group(2))).isValidPrice(Price.of(vector.group(1)));
                assertThat(valid).as(vector.group()).isEqualTo(Boolean.parseBoolean(vector.group(4)));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void sizesAreValidWhereTheVenueSaysSo() throws IOException {
        Matcher vector = SIZE.matcher(vectors());
        int compared = 0;
        while (vector.find()) {
            boolean valid = rules(Integer.parseInt(vector.group(2))).isValidSize(Quantity.of(vector.group(1)));
            assertThat(valid).as(vector.group()).isEqualTo(Boolean.parseBoolean(vector.group(3)));
            compared++;
        }
        assertThat(compared).isPositive();
    }

    @Test
    void theTickFollowsThePricesMagnitude() {
        assertThat(rules(4).tickAt(Price.of("2000.5"))).isEqualTo(Price.of("0.1"));
        assertThat(rules(4).tickAt(Price.of("999.99"))).isEqualTo(Price.of("0.01"));
        assertThat(rules(4).tickAt(Price.of("99.9"))).isEqualTo(Price.of("0.01"));
        assertThat(rules(5).tickAt(Price.of("100000"))).isEqualTo(Price.of("1"));
        assertThat(rules(0).tickAt(Price.of("0.5"))).isEqualTo(Price.of("0.00001"));
        assertThat(rules(0).tickAt(Price.of("0.012345"))).isEqualTo(Price.of("0.000001"));
        assertThatThrownBy(() -> rules(4).tickAt(Price.of("0"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wholePricesAreAlwaysValid() {
        assertThat(rules(5).isValidPrice(Price.of("123456"))).isTrue();
        assertThat(rules(5).isValidPrice(Price.of("123456.5"))).isFalse();
    }

    @Test
    void aRoundedPriceIsValidAndOnTheSideAsked() {
        long seed = 5L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            Instrument rules = rules(random.nextInt(7));
            Price price = new Price(random.nextLong(1_000_000L, 1L << (24 + random.nextInt(24))));
            Price below = rules.roundPrice(price, RoundingMode.FLOOR);
            Price above = rules.roundPrice(price, RoundingMode.CEILING);

            assertThat(below).as("seed 5, floor of %s", price).isLessThanOrEqualTo(price);
            assertThat(above).as("seed 5, ceiling of %s", price).isGreaterThanOrEqualTo(price);
            assertThat(below.isZero() || rules.isValidPrice(below)).isTrue();
            assertThat(rules.isValidPrice(above))
                    .as("seed 5, ceiling %s of %s", above, price)
                    .isTrue();
            if (rules.isValidPrice(price)) {
                assertThat(below).isEqualTo(above).isEqualTo(price);
            }
        }
    }

    @Test
    void sizesAreRoundedDownToWholeLots() {
        assertThat(rules(4).lot()).isEqualTo(Quantity.of("0.0001"));
        assertThat(rules(4).roundSize(Quantity.of("0.12349"))).isEqualTo(Quantity.of("0.1234"));
        assertThat(rules(0).roundSize(Quantity.of("0.9"))).isEqualTo(Quantity.ZERO);
        assertThat(rules(4).isValidSize(Quantity.ZERO)).isFalse();
    }

    @Test
    void impossibleRulesAreRefused() {
        assertThatThrownBy(() -> rules(7)).hasMessageContaining("szDecimals");
        assertThatThrownBy(() -> rules(-1)).hasMessageContaining("szDecimals");
    }
}
