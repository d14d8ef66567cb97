package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.RequestReport;
import dev.sparkstacker.telemetry.watch.RequestTelemetry;
import dev.sparkstacker.telemetry.watch.Watchers;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands what the connector tells of itself to telemetry, once that has started. */
final class ConnectorBridge implements ConnectorListener {
    private volatile @Nullable Watchers telemetry;

    void connect(Watchers target) {
        telemetry = target;
    }

    @Override
    public void requestStarted(String endpoint, int weight, int attempt) {
        tell(target -> target.requests.requestStarted(endpoint, "POST", weight, attempt));
    }

    @Override
    public void requestFinished(RequestReport report) {
        tell(target -> target.requests.requestFinished(
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
        tell(target -> target.frames.received(connection, channel, characters));
    }

    @Override
    public void frameDropped(String connection, String channel, DropReason reason) {
        tell(target -> target.frames.dropped(connection, channel, reason.toString()));
    }

    @Override
    public void frameMalformed(String connection, String reason, String detail) {
        tell(target -> target.frames.malformed(connection, reason, detail));
    }

    @Override
    public void venueComplained(String connection, String text) {
        tell(target -> target.frames.venueComplained(connection, text));
    }

    @Override
    public void connecting(String connection) {
        tell(target -> target.links.connecting(connection));
    }

    @Override
    public void connected(String connection, int opened) {
        tell(target -> target.links.connected(connection));
    }

    @Override
    public void disconnected(String connection, String detail, long retryInMs) {
        tell(target -> target.links.disconnected(connection, detail, retryInMs));
    }

    @Override
    public void budgetChanged(int usedWeight, int limitWeight, int waiting) {
        tell(target -> target.requests.budgetChanged(usedWeight, limitWeight, waiting));
    }

    @Override
    public void addressBudgetRead(String account, long used, long limit) {
        tell(target -> target.requests.addressBudgetRead(new AccountId(account), used, limit));
    }

    @Override
    public void agentRead(String account, String agent, long validUntilMs, long leftMs) {
        tell(target -> target.requests.agentRead(new AccountId(account), agent, validUntilMs, leftMs));
    }

    @Override
    public void clockProbed(long skewMs, double rate, long roundTripMicros) {
        tell(target -> target.links.clockProbed(skewMs, rate, roundTripMicros));
    }

    @Override
    public void actFinished(String account, String action, boolean accepted, String detail) {
        tell(target -> target.requests.actFinished(account, action, accepted, detail));
    }

    /** The connector asks for the venue's time before telemetry, which needs that time, has started. */
    private void tell(Consumer<Watchers> what) {
        Watchers target = telemetry;
        if (target != null) {
            what.accept(target);
        }
    }

    private static RequestTelemetry.Outcome outcome(RequestReport.Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> RequestTelemetry.Outcome.ANSWERED;
            case NOT_SENT -> RequestTelemetry.Outcome.NOT_SENT;
            case TIMED_OUT -> RequestTelemetry.Outcome.TIMED_OUT;
            case CONNECTION_LOST -> RequestTelemetry.Outcome.CONNECTION_LOST;
            case THROTTLED -> RequestTelemetry.Outcome.THROTTLED;
            case SERVER_FAILED -> RequestTelemetry.Outcome.SERVER_FAILED;
            case REFUSED -> RequestTelemetry.Outcome.REFUSED;
            case UNREADABLE -> RequestTelemetry.Outcome.UNREADABLE;
        };
    }
}
