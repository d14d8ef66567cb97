package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Condition;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.Intent;
import dev.sparkstacker.strategies.Judgement;
import dev.sparkstacker.strategies.Stance;
import dev.sparkstacker.strategies.Standing;
import dev.sparkstacker.strategies.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Enters where a written condition holds, leaves where another does or where that for the other side does. Where the conditions for both
 * sides hold at once, neither counts.
 */
final class MultiStrategy implements Strategy {
    private final List<Term> terms;
    private final Watched enterLong;
    private final Watched enterShort;
    private final Watched exitLong;
    private final Watched exitShort;
    private final List<Watched> all;
    private final boolean looksBack;
    private long firstBarMs = -1;

    /** @param conditions by the names of the parameters: enterLong, enterShort, exitLong, exitShort */
    MultiStrategy(List<Term> terms, Map<String, Expression> conditions) {
        this.terms = List.copyOf(terms);
        enterLong = watched("enterLong", conditions);
        enterShort = watched("enterShort", conditions);
        exitLong = watched("exitLong", conditions);
        exitShort = watched("exitShort", conditions);
        all = List.of(enterLong, enterShort, exitLong, exitShort);
        looksBack = conditions.values().stream()
                .flatMap(expression -> expression.comparisons().stream())
                .anyMatch(comparison -> comparison.relation().looksBack());
    }

    private static Watched watched(String name, Map<String, Expression> conditions) {
        Expression expression = conditions.get(name);
        if (expression == null) {
            throw new IllegalArgumentException("No condition " + name);
        }
        return new Watched(name, expression);
    }

    @Override
    public int warmUpBars() {
        return terms.stream().mapToInt(Term::warmUpBars).max().orElse(1) + (looksBack ? 1 : 0);
    }

    @Override
    public Judgement onBarClosed(Bar bar, Standing standing) {
        if (firstBarMs < 0) {
            firstBarMs = bar.openTimeMs();
        }
        terms.forEach(term -> term.update(bar));
        if (!terms.stream().allMatch(term -> term.isReady() && (!looksBack || term.hasBefore()))) {
            Condition condition =
                    new Condition("warmUp", "not enough bars", warmUpBars() + " closed bars", false, firstBarMs);
            return new Judgement(List.of(), Reason.WARMING_UP, 0, List.of(condition), List.of());
        }
        all.forEach(watched -> watched.update(bar.openTimeMs()));
        return judge(standing);
    }

    private Judgement judge(Standing standing) {
        boolean conflict = enterLong.holds() && enterShort.holds();
        boolean wantsLong = enterLong.holds() && !conflict && standing.heading() != Side.BUY;
        boolean wantsShort = enterShort.holds() && !conflict && standing.heading() != Side.SELL;
        List<Intent> intents = new ArrayList<>();
        if (leaves(standing.stance(), wantsLong, wantsShort)) {
            boolean opposite = wantsLong || wantsShort;
            intents.add(new Intent.Exit(opposite ? ExitReason.OPPOSITE_SIGNAL : ExitReason.EXIT_SIGNAL));
        }
        if (wantsLong || wantsShort) {
            intents.add(new Intent.Enter(wantsLong ? Side.BUY : Side.SELL));
        }
        boolean wished = enterLong.holds() || enterShort.holds();
        Reason reason = wished && !conflict ? Reason.ALREADY_IN_POSITION : Reason.NO_SIGNAL;
        double confidence = wantsLong || wantsShort ? 1 : 0;
        return new Judgement(
                List.copyOf(intents), intents.isEmpty() ? reason : null, confidence, conditions(), values());
    }

    private boolean leaves(Stance stance, boolean wantsLong, boolean wantsShort) {
        return switch (stance) {
            case FLAT -> false;
            case LONG -> wantsShort || exitLong.holds();
            case SHORT -> wantsLong || exitShort.holds();
            case BUSY -> wantsLong || wantsShort;
        };
    }

    private List<Condition> conditions() {
        return all.stream().flatMap(watched -> watched.conditions().stream()).toList();
    }

    private List<NamedValue> values() {
        return terms.stream()
                .map(term -> new NamedValue(term.toString(), term.now()))
                .toList();
    }

    @Override
    public void save(StateSink sink) {
        terms.forEach(term -> term.save(sink));
        all.forEach(watched -> watched.save(sink));
        sink.putLong(firstBarMs);
    }

    @Override
    public void load(StateSource source) {
        terms.forEach(term -> term.load(source));
        all.forEach(watched -> watched.load(source));
        firstBarMs = source.getLong();
    }
}
