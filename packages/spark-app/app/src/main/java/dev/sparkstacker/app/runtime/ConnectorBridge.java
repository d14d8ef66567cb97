package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.RequestReport;
import dev.sparkstacker.telemetry.watch.ConnectorTelemetry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands what the connector tells of itself to telemetry, once that has started. */
final class ConnectorBridge implements ConnectorListener {
    private volatile @Nullable ConnectorTelemetry telemetry;

    void connect(ConnectorTelemetry target) {
        telemetry = target;
    }

    @Override
    public void requestFinished(RequestReport report) {
        tell(target -> target.requestFinished(
                report.endpoint(),
                "POST",
                outcome(report.outcome()),
                report.duration(),
                report.weight(),
                report.attempt(),
                report.detail()));
    }

    @Override
    public void frameReceived(String connection, String channel, int characters) {
        tell(target -> target.frameReceived(connection, channel, characters));
    }

    @Override
    public void frameDropped(String connection, String channel, DropReason reason) {
        tell(target -> target.frameDropped(connection, channel, reason.toString()));
    }

    @Override
    public void frameMalformed(String connection, String reason, String detail) {
        tell(target -> target.frameMalformed(connection, reason, detail));
    }

    @Override
    public void venueComplained(String connection, String text) {
        tell(target -> target.venueComplained(connection, text));
    }

    @Override
    public void connected(String connection, int opened) {
        tell(target -> target.connected(connection));
    }

    @Override
    public void disconnected(String connection, String detail, long retryInMs) {
        tell(target -> target.disconnected(connection, detail, retryInMs));
    }

    @Override
    public void budgetChanged(int usedWeight, int limitWeight, int waiting) {
        tell(target -> target.budgetChanged(usedWeight, limitWeight, waiting));
    }

    @Override
    public void addressBudgetRead(String account, long used, long limit) {
        tell(target -> target.addressBudgetRead(new AccountId(account), used, limit));
    }

    @Override
    public void clockProbed(long skewMs, double rate, long roundTripMicros) {
        tell(target -> target.clockProbed(skewMs, rate, roundTripMicros));
    }

    @Override
    public void actFinished(String account, String action, boolean accepted, String detail) {
        tell(target -> target.actFinished(account, action, accepted, detail));
    }

    /** The connector asks for the venue's time before telemetry, which needs that time, has started. */
    private void tell(Consumer<ConnectorTelemetry> what) {
        ConnectorTelemetry target = telemetry;
        if (target != null) {
            what.accept(target);
        }
    }

    private static ConnectorTelemetry.Outcome outcome(RequestReport.Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> ConnectorTelemetry.Outcome.ANSWERED;
            case NOT_SENT -> ConnectorTelemetry.Outcome.NOT_SENT;
            case TIMED_OUT -> ConnectorTelemetry.Outcome.TIMED_OUT;
            case CONNECTION_LOST -> ConnectorTelemetry.Outcome.CONNECTION_LOST;
            case THROTTLED -> ConnectorTelemetry.Outcome.THROTTLED;
            case SERVER_FAILED -> ConnectorTelemetry.Outcome.SERVER_FAILED;
            case REFUSED -> ConnectorTelemetry.Outcome.REFUSED;
            case UNREADABLE -> ConnectorTelemetry.Outcome.UNREADABLE;
        };
    }
}
