package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.strategies.multi.Lexer.Kind;
import dev.sparkstacker.strategies.multi.Lexer.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a condition.
 *
 * <pre>
 *   condition   either { "or" either }
 *   either      one { "and" one }
 *   one         "never" | "not" one | "(" condition ")" | value relation value
 *   relation    "&lt;" | "&gt;" | "&lt;=" | "&gt;=" | "crosses" ( "above" | "below" )
 *   value       number | name [ "(" number { "," number } ")" ] [ "." output ] [ "@" timeframe ]
 *
 *   rsi(14)@1h &lt; 30 and macd(12, 26, 9).histogram crosses above 0
 * </pre>
 */
final class Parser {
    private final String text;
    private final List<Token> tokens;
    private final Interval base;
    private final List<Term> terms;
    private int next;

    private Parser(String text, Interval base, List<Term> terms) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
        this.base = base;
        this.terms = terms;
    }

    /**
     * Reads one.
     *
     * @param base the strategy's own timeframe, that of values without one
     * @param terms every value of the condition is added here
     * @throws IllegalArgumentException saying at which column what was found and what could stand there
     */
    static Expression parse(String text, Interval base, List<Term> terms) {
        Parser parser = new Parser(text, base, terms);
        Expression expression = parser.condition();
        if (parser.peek().kind() != Kind.END) {
            throw parser.wrong("'and', 'or' or the end");
        }
        return expression;
    }

    private Expression condition() {
        Expression expression = either();
        while (takeIf("or")) {
            expression = new Expression.Or(expression, either());
        }
        return expression;
    }

    private Expression either() {
        Expression expression = one();
        while (takeIf("and")) {
            expression = new Expression.And(expression, one());
        }
        return expression;
    }

    private Expression one() {
        if (takeIf("never")) {
            return new Expression.Never();
        }
        if (takeIf("not")) {
            return new Expression.Not(one());
        }
        if (takeIf("(")) {
            Expression inner = condition();
            take(")");
            return inner;
        }
        Term left = value();
        Relation relation = relation();
        return new Expression.Comparison(left, relation, value());
    }

    private Relation relation() {
        if (takeIf("crosses")) {
            if (takeIf("above")) {
                return Relation.CROSSES_ABOVE;
            }
            take("below");
            return Relation.CROSSES_BELOW;
        }
        for (Relation relation : Relation.values()) {
            if (!relation.looksBack() && takeIf(relation.text())) {
                return relation;
            }
        }
        throw wrong("<, >, <=, >= or 'crosses'");
    }

    private Term value() {
        Token start = peek();
        if (start.kind() == Kind.NUMBER || start.is("-")) {
            return term(start, new Constant(number()), base);
        }
        if (start.kind() != Kind.WORD) {
            throw wrong("a number or one of " + Sources.NAMES);
        }
        next++;
        List<Double> arguments = arguments();
        String output = takeIf(".") ? word("the name of an output") : "";
        Interval interval = takeIf("@") ? timeframe() : base;
        try {
            Term.Source source = Sources.of(start.text().toLowerCase(Locale.ROOT), arguments, output);
            return term(start, source, interval);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "at column " + start.column() + " of \"" + text + "\": " + e.getMessage(), e);
        }
    }

    private Term term(Token start, Term.Source source, Interval interval) {
        Token last = tokens.get(next - 1);
        String written = text.substring(
                start.column() - 1, last.column() - 1 + last.text().length());
        Term term = new Term(written, source, new TimeframeBars(base, interval));
        terms.add(term);
        return term;
    }

    private List<Double> arguments() {
        List<Double> arguments = new ArrayList<>();
        if (takeIf("(")) {
            arguments.add(number());
            while (takeIf(",")) {
                arguments.add(number());
            }
            take(")");
        }
        return arguments;
    }

    private double number() {
        boolean negative = takeIf("-");
        if (peek().kind() != Kind.NUMBER) {
            throw wrong("a number");
        }
        double value = new BigDecimal(tokens.get(next++).text()).doubleValue();
        return negative ? -value : value;
    }

    private Interval timeframe() {
        Token token = peek();
        Interval interval = Interval.byCode(token.text()).orElseThrow(() -> wrong("a timeframe such as 5m, 1h or 1d"));
        next++;
        return interval;
    }

    private String word(String what) {
        if (peek().kind() != Kind.WORD) {
            throw wrong(what);
        }
        return tokens.get(next++).text().toLowerCase(Locale.ROOT);
    }

    private Token peek() {
        return tokens.get(next);
    }

    private boolean takeIf(String expected) {
        if (peek().is(expected)) {
            next++;
            return true;
        }
        return false;
    }

    private void take(String expected) {
        if (!takeIf(expected)) {
            throw wrong("'" + expected + "'");
        }
    }

    private IllegalArgumentException wrong(String expected) {
        Token found = peek();
        String what = found.kind() == Kind.END ? "the end" : "'" + found.text() + "'";
        return new IllegalArgumentException(
                what + " at column " + found.column() + " of \"" + text + "\", where " + expected + " was expected");
    }
}
