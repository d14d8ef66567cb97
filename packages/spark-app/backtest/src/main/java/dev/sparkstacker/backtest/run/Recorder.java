package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.Decisions;
import dev.sparkstacker.backtest.result.Denial;
import dev.sparkstacker.backtest.result.Incident;
import dev.sparkstacker.backtest.result.Indicators;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.domain.port.OutputSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a run's result is made of, out of everything the engine tells. */
final class Recorder implements OutputSink {
    private static final int MOST_INCIDENTS = 10_000;
    private static final String REJECTED = "order_rejected";

    private final SeenBars bars;
    private final Decisions.Builder decisions = new Decisions.Builder();
    private final Indicators.Builder indicators = new Indicators.Builder();
    private final Refusals refusals = new Refusals();
    private final List<Incident> incidents = new ArrayList<>();
    private final TradeBook trades = new TradeBook();
    private final Times fills = new Times();
    private @Nullable Price mark;
    private long orderEvents;

    /** @param data the bars the strategy will be shown, or null where they are put together on the way */
    Recorder(@Nullable BarColumns data) {
        bars = new SeenBars(data);
    }

    /** Bars that the strategy was shown before it traded. */
    void warmUp(List<Bar> seen) {
        for (Bar bar : seen) {
            bars.add(bar);
            decisions.add(Verdict.WARMING_UP, Reason.WARMING_UP, null, 0);
            indicators.add(List.of());
        }
    }

    @Override
    public void publish(Output output) {
        if (output instanceof Output.OrderChanged || output instanceof Output.FillBooked) {
            orderEvents++;
        }
        if (output instanceof Output.BarJudged judged) {
            judged(judged);
        } else if (output instanceof Output.MarketMarked marked) {
            mark = marked.mark();
        } else if (output instanceof Output.FillBooked booked) {
            fills.add(booked.fill().venueTimeMs());
            trades.filled(booked);
            refusals.filled();
        } else if (output instanceof Output.LegChanged changed) {
            trades.changed(changed);
        } else if (output instanceof Output.TradeClosed closed) {
            trades.ended(closed);
        } else if (output instanceof Output.EntryDenied denied) {
            refusals.denied(denied);
        } else if (output instanceof Output.OrderChanged order) {
            ordered(order);
        } else if (output instanceof Output.IncidentRaised raised) {
            happened(raised.cause().venueTimeMs(), raised.severity(), raised.code(), raised.message());
        }
    }

    private void ordered(Output.OrderChanged order) {
        trades.sent(order.order(), mark);
        refusals.ordered(order);
        if (order.state() == OrderState.REJECTED) {
            happened(
                    order.cause().venueTimeMs(),
                    Severity.WARNING,
                    REJECTED,
                    order.order().side() + " " + order.order().size() + ": " + order.detail());
        }
    }

    private void judged(Output.BarJudged judged) {
        refusals.judged(judged.bar().openTimeMs());
        bars.add(judged.bar());
        decisions.add(judged.verdict(), judged.reason(), judged.side(), judged.confidence());
        indicators.add(judged.values());
        Side side = judged.side();
        if (side != null && (judged.verdict() == Verdict.ENTER || judged.verdict() == Verdict.REVERSE)) {
            trades.decided(judged, side, mark);
        }
    }

    private void happened(long timeMs, Severity severity, String code, String message) {
        if (incidents.size() < MOST_INCIDENTS) {
            incidents.add(new Incident(timeMs, severity, code, message));
        }
    }

    TradeBook trades() {
        return trades;
    }

    BarColumns bars() {
        return bars.columns();
    }

    Decisions decisions() {
        return decisions.build();
    }

    Indicators indicators() {
        return indicators.build();
    }

    List<Denial> denials() {
        return refusals.all();
    }

    List<Incident> incidents() {
        return incidents;
    }

    /** Changes of orders' states, and fills. */
    long orderEvents() {
        return orderEvents;
    }

    /** When each fill happened. */
    long[] fillTimes() {
        return fills.toArray();
    }
}
