package dev.sparkstacker.store.row;

import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.output.BreakerKind;
import dev.sparkstacker.domain.output.BreakerStage;
import dev.sparkstacker.domain.output.HaltStage;
import dev.sparkstacker.domain.output.Output.BreakerChanged;
import dev.sparkstacker.domain.output.Output.EntryJudged;
import dev.sparkstacker.domain.output.Output.HaltChecked;
import dev.sparkstacker.domain.output.Output.KillSwitchChanged;
import dev.sparkstacker.domain.output.Reason;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How entries were judged, and what stops them. */
public final class RiskRows {
    private RiskRows() {}

    /** How an entry was sized, and every check it was held to. */
    public record EntryJudgementRow() implements OutputRow<EntryJudged> {
        private static final Table TABLE = Table.of(
                "entry_judgements",
                "account",
                "strategy",
                "market",
                "leg_role",
                "side",
                "denial",
                "size_e8",
                "notional_e8",
                "wished_e8",
                "caps",
                "risk_left_e8",
                "checks");

        @Override
        public Class<EntryJudged> type() {
            return EntryJudged.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(EntryJudged output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .text(output.account().name())
                    .leg(output.leg())
                    .name(output.side())
                    .name(output.denial())
                    .size(output.size())
                    .usd(output.notional())
                    .number(e8(output.wished()))
                    .text(output.caps())
                    .number(e8(output.riskLeft()))
                    .text(RiskCheckJson.write(output.checks()))
                    .row();
        }

        @Override
        public EntryJudged read(RowReader row) throws SQLException {
            return new EntryJudged(
                    row.cause(),
                    row.leg(),
                    row.account(),
                    row.constant(Side.class, "side"),
                    row.constantOrNull(Reason.class, "denial"),
                    row.size("size_e8"),
                    row.usd("notional_e8"),
                    usdOrNull(row, "wished_e8"),
                    row.text("caps"),
                    usdOrNull(row, "risk_left_e8"),
                    RiskCheckJson.read(row.text("checks")));
        }

        private static @Nullable Long e8(@Nullable Usd amount) {
            return amount == null ? null : (Long) amount.e8();
        }

        private static @Nullable Usd usdOrNull(RowReader row, String column) throws SQLException {
            Long e8 = row.numberOrNull(column);
            return e8 == null ? null : new Usd(e8);
        }
    }

    /** A stage of a circuit breaker. */
    public record BreakerRow() implements OutputRow<BreakerChanged> {
        private static final Table TABLE = Table.of(
                "breaker_changes",
                "kind",
                "scope",
                "breaker",
                "stage_before",
                "stage",
                "seen_value",
                "threshold",
                "action",
                "who",
                "reason");

        @Override
        public Class<BreakerChanged> type() {
            return BreakerChanged.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(BreakerChanged output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .name(output.breaker())
                    .text(output.scope())
                    .text(output.name())
                    .name(output.from())
                    .name(output.to())
                    .text(output.value())
                    .text(output.threshold())
                    .name(output.action())
                    .text(output.by())
                    .text(output.reason())
                    .row();
        }

        @Override
        public BreakerChanged read(RowReader row) throws SQLException {
            return new BreakerChanged(
                    row.cause(),
                    row.constant(BreakerKind.class, "kind"),
                    row.text("scope"),
                    row.text("breaker"),
                    row.constant(BreakerStage.class, "stage_before"),
                    row.constant(BreakerStage.class, "stage"),
                    row.text("seen_value"),
                    row.text("threshold"),
                    row.constantOrNull(BreakerAction.class, "action"),
                    row.text("who"),
                    row.text("reason"));
        }
    }

    /** A kill switch that was pulled or released. */
    public record KillSwitchRow() implements OutputRow<KillSwitchChanged> {
        private static final Table TABLE = Table.of("kill_switch_changes", "scope", "pulled", "reason", "who");

        @Override
        public Class<KillSwitchChanged> type() {
            return KillSwitchChanged.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(KillSwitchChanged output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .text(output.scope())
                    .flag(output.pulled())
                    .text(output.reason())
                    .text(output.who())
                    .row();
        }

        @Override
        public KillSwitchChanged read(RowReader row) throws SQLException {
            return new KillSwitchChanged(
                    row.cause(), row.text("scope"), row.flag("pulled"), row.text("reason"), row.text("who"));
        }
    }

    /** What the venue said of a halt or a flattening on one account. */
    public record HaltCheckRow() implements OutputRow<HaltChecked> {
        private static final Table TABLE = Table.of("halt_checks", "account", "scope", "action", "stage", "found");

        @Override
        public Class<HaltChecked> type() {
            return HaltChecked.class;
        }

        @Override
        public Table table() {
            return TABLE;
        }

        @Override
        public Row write(HaltChecked output, int index) {
            return new RowWriter(TABLE, output.cause(), index)
                    .text(output.account().name())
                    .text(output.scope())
                    .name(output.action())
                    .name(output.stage())
                    .text(output.found())
                    .row();
        }

        @Override
        public HaltChecked read(RowReader row) throws SQLException {
            return new HaltChecked(
                    row.cause(),
                    row.account(),
                    row.text("scope"),
                    row.constant(BreakerAction.class, "action"),
                    row.constant(HaltStage.class, "stage"),
                    row.text("found"));
        }
    }
}
