package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Does at once what a strategy wants, at the close of the bar: enough of a venue to lead it through every stance. A stop is hit when a later
 * bar reaches it.
 */
public final class Follower {
    private final Strategy strategy;
    private final List<Judgement> judgements = new ArrayList<>();
    private Standing standing = Standing.FLAT;
    private Standing before = Standing.FLAT;

    public Follower(Strategy strategy) {
        this.strategy = strategy;
    }

    /** Feeds bars in order; returns the judgement of the last. */
    public Judgement follow(List<Bar> bars) {
        bars.forEach(this::follow);
        return judgements.getLast();
    }

    public Judgement follow(Bar bar) {
        stopOut(bar);
        before = standing;
        Judgement judgement = strategy.onBarClosed(bar, standing);
        judgements.add(judgement);
        judgement.intents().forEach(intent -> obey(intent, bar.close()));
        return judgement;
    }

    private void stopOut(Bar bar) {
        Price stop = standing.stopPrice();
        if (stop == null) {
            return;
        }
        boolean hit = standing.stance() == Stance.LONG
                ? bar.low().compareTo(stop) <= 0
                : bar.high().compareTo(stop) >= 0;
        if (hit) {
            standing = Standing.FLAT;
        }
    }

    private void obey(Intent intent, Price close) {
        switch (intent) {
            case Intent.Enter(Side side, var stop, var target) ->
                standing = new Standing(side == Side.BUY ? Stance.LONG : Stance.SHORT, side, close, stop);
            case Intent.Exit exit -> standing = Standing.FLAT;
            case Intent.ExitFraction part -> {
                // What is left is still held.
            }
            case Intent.MoveStop(Price to) ->
                standing = new Standing(standing.stance(), standing.heading(), standing.entryPrice(), to);
        }
    }

    public List<Judgement> judgements() {
        return judgements;
    }

    public Standing standing() {
        return standing;
    }

    /** Where it stood when it judged the last bar. */
    public Standing standingBefore() {
        return before;
    }
}
