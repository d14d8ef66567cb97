package dev.sparkstacker.engine;

import dev.sparkstacker.domain.LazyList;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.RiskCheck;
import dev.sparkstacker.risk.Check;
import dev.sparkstacker.risk.check.ProposedEntry;
import dev.sparkstacker.risk.sizing.Cap;
import dev.sparkstacker.risk.sizing.SizeResult;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how an entry was judged. */
final class EntryTelling {
    private EntryTelling() {}

    /** The whole decision. {@code denial} is null where it was approved. */
    static void judged(Turn turn, Leg leg, Entries.Proposal proposal, @Nullable Reason denial) {
        ProposedEntry entry = proposal.entry();
        turn.tell(
                switch (proposal.size()) {
                    case SizeResult.Sized sized ->
                        new Output.EntryJudged(
                                turn.cause(),
                                leg.id(),
                                leg.account(),
                                entry.side(),
                                denial,
                                sized.size(),
                                sized.notional(),
                                sized.wished(),
                                sized.caps().stream().map(Cap::toString).collect(Collectors.joining(", ")),
                                sized.riskLeft(),
                                told(proposal.checks()));
                    case SizeResult.Skipped skipped ->
                        new Output.EntryJudged(
                                turn.cause(),
                                leg.id(),
                                leg.account(),
                                entry.side(),
                                denial,
                                entry.size(),
                                Usd.ZERO,
                                null,
                                "",
                                null,
                                told(proposal.checks()));
                });
    }

    /** The check that names the denial: where the trading state forbids entries, why it does. */
    static Check precise(Check failed, List<Check> checks, TradingGate gate) {
        if (failed.rule() != Reason.NOT_ACTIVE) {
            return failed;
        }
        Reason why = gate.refusal();
        for (Check each : checks) {
            if (each.rule() == why && !each.passed()) {
                return each;
            }
        }
        return new Check(why, false, failed.measure(), failed.bound());
    }

    private static List<RiskCheck> told(List<Check> checks) {
        return new LazyList<>(() -> checks.stream()
                .map(check -> new RiskCheck(check.rule(), check.passed(), check.value(), check.limit()))
                .toList());
    }
}
