package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.LiveState;
import dev.sparkstacker.app.console.OutputLines;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.query.TradeTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The state replica as the live summary shows it. */
final class LiveStates {
    private static final int NOTICES = 3;

    private LiveStates() {}

    static LiveState of(StateReplica state, EffectiveConfig config, String feed) {
        List<LiveState.Market> markets = new ArrayList<>();
        for (Output.MarketMarked mark : state.marks()) {
            markets.add(new LiveState.Market(
                    mark.market().symbol(),
                    mark.mark().toString(),
                    Objects.toString(mark.bid(), ""),
                    Objects.toString(mark.ask(), "")));
        }
        List<LiveState.Position> positions = new ArrayList<>();
        List<OpenLeg> legs = state.openLegFigures();
        for (OpenLeg open : legs) {
            Output.LegChanged leg = open.told();
            positions.add(new LiveState.Position(
                    leg.leg().toString(),
                    leg.account().toString(),
                    leg.state().toString(),
                    leg.size().toString(),
                    Objects.toString(leg.entryPrice(), ""),
                    Objects.toString(leg.stopPrice(), ""),
                    Objects.toString(leg.targetPrice(), ""),
                    Objects.toString(open.unrealizedPnl(), "")));
        }
        List<LiveState.Pair> pairs = OpenPair.of(legs, config.trading().strategies()).stream()
                .map(LiveStates::shown)
                .toList();
        List<String> decisions = state.judgements().stream()
                .map(judged -> judged.strategy() + " " + judged.market() + "  " + OutputLines.explain(judged))
                .toList();
        List<String> notices = state.incidents().stream()
                .limit(NOTICES)
                .map(incident -> incident.severity() + " " + incident.message())
                .toList();
        TradeTotals totals = TradeTotals.sum(state.totals().values());
        String equity = state.equity().stream()
                .map(mark -> mark.account() + " " + mark.accountValue())
                .collect(Collectors.joining(", "));
        return new LiveState(
                config.isLive() ? "LIVE" : "paper",
                feed,
                state.venueTimeMs() == 0
                        ? ""
                        : Instant.ofEpochMilli(state.venueTimeMs()).toString(),
                state.tradingState().toString(),
                state.tradingReason(),
                markets,
                positions,
                pairs,
                decisions,
                new LiveState.Totals(
                        Long.toString(totals.count()),
                        Long.toString(totals.wins()),
                        totals.netPnl().toString(),
                        totals.fees().toString(),
                        totals.funding().toString(),
                        equity),
                notices);
    }

    private static LiveState.Pair shown(OpenPair pair) {
        return new LiveState.Pair(
                pair.name(),
                Objects.toString(pair.netExposure(), ""),
                Objects.toString(pair.unrealizedPnl(), ""),
                pair.costs().fees().toString(),
                pair.costs().funding().toString(),
                Objects.toString(pair.net(), ""));
    }
}
