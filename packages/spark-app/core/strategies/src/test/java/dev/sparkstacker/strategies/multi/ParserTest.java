package dev.sparkstacker.strategies.multi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.strategies.TestBars;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParserTest {
    private final List<Term> terms = new ArrayList<>();

    private Expression parse(String text) {
        return Parser.parse(text, Interval.M1, terms);
    }

    private boolean holdsAtClose(String text, double close) {
        terms.clear();
        Expression expression = parse(text);
        terms.forEach(term -> term.update(TestBars.bar(0, close, 1)));
        return expression.holds();
    }

    @Test
    void andBindsMoreThanOr() {
        assertThat(holdsAtClose("close > 5 or close > 1 and close < 0", 6)).isTrue();
        assertThat(holdsAtClose("(close > 5 or close > 1) and close < 0", 6)).isFalse();
        assertThat(holdsAtClose("not close > 5 and not close < 4", 4.5)).isTrue();
        assertThat(holdsAtClose("never or close >= 4", 4)).isTrue();
        assertThat(holdsAtClose("close > -1", 4)).isTrue();
    }

    @Test
    void valuesAreShownAsTheyWereWritten() {
        parse("rsi( 14 )@1h <= 30 and macd(12, 26, 9).histogram CROSSES ABOVE 0");

        assertThat(terms)
                .extracting(Term::toString)
                .containsExactly("rsi( 14 )@1h", "30", "macd(12, 26, 9).histogram", "0");
    }

    @Test
    void mistakesAreNamedWithTheirColumn() {
        wrong("", "the end at column 1", "a number or one of close");
        wrong("close >", "the end at column 8");
        wrong("close 5", "'5' at column 7", "<, >, <=, >= or 'crosses'");
        wrong("close > 5 close", "'close' at column 11", "'and', 'or' or the end");
        wrong("close crosses 5", "'5' at column 15", "'below'");
        wrong("(close > 5", "the end at column 11", "')'");
        wrong("close > 5 & low > 3", "'&' at column 11");
        wrong("rsi(14)@7m < 3", "'7m' at column 9", "a timeframe");
        wrong("momentum(3) > 1", "at column 1", "there is no 'momentum'", "stochastic");
        wrong("1 < macd(12,26)", "at column 5", "macd takes 3 numbers, not 2");
        wrong("macd(12,26,9).k > 1", "macd has no .k; it has line, signal, histogram");
        wrong("ema(2.5) > 1", "whole number of bars", "2.5");
        wrong("close.d > 1", "close has one value only");
    }

    @Test
    void aTimeframeShorterThanTheStrategysIsRefused() {
        assertThatThrownBy(() -> Parser.parse("close@1m > 1", Interval.M5, terms))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1m is no whole number of the strategy's 5m bars");
    }

    private void wrong(String text, String... parts) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }
}
