package dev.sparkstacker.engine;

import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import org.jspecify.annotations.Nullable;

/** Takes what happens to the product itself: starts, configurations, connections, faults. */
final class SystemDesk {
    private static final String ACCOUNT_CONNECTION = "account:";
    private static final String MARKET_CONNECTION = "market";
    private static final String JOURNAL = "journal";

    private final World world;
    private final Roster roster;

    SystemDesk(World world, Roster roster) {
        this.world = world;
        this.roster = roster;
    }

    void on(Turn turn, SystemEvent event) {
        switch (event) {
            case SystemEvent.EpochStarted started -> onEpoch(turn, started);
            case SystemEvent.Configured configured -> roster.configure(turn, configured.config());
            case SystemEvent.ClockTicked ticked -> {
                // What is due is done after every event.
            }
            case SystemEvent.Connected connected -> onConnected(turn, connected.connection());
            case SystemEvent.Disconnected disconnected -> onDisconnected(turn, disconnected);
            case SystemEvent.FrameMalformed malformed ->
                turn.raise(
                        IncidentCode.FRAME_MALFORMED,
                        null,
                        null,
                        malformed.source() + ": " + malformed.reason() + " " + malformed.detail());
            case SystemEvent.FaultReported fault -> onFault(turn, fault);
        }
    }

    private void onFault(Turn turn, SystemEvent.FaultReported fault) {
        turn.raise(IncidentCode.COMPONENT_FAILED, null, null, fault.component() + ": " + fault.detail());
        if (fault.haltEntries()) {
            if (fault.component().equals(JOURNAL)) {
                world.gate().onJournalFailed();
            }
            world.gate().hold(turn, TradingState.HALTED, fault.component() + " failed: " + fault.detail(), "engine");
        }
    }

    private void onEpoch(Turn turn, SystemEvent.EpochStarted started) {
        turn.startEpoch(started.run(), started.epoch());
        turn.tell(new Output.EpochBegan(
                turn.cause(), started.run(), started.epoch(), started.build(), started.configHash()));
        world.accounts().forEach(AccountBook::startEpoch);
        world.markets().forEach(Market::startEpoch);
        world.pairs().forEach(Pair::startEpoch);
        world.risk().startEpoch(turn);
        world.gate().startEpoch(turn);
        world.clearances().startEpoch(turn);
    }

    private void onConnected(Turn turn, String connection) {
        turn.tell(new Output.ConnectionChanged(turn.cause(), connection, true, ""));
        if (connection.equals(MARKET_CONNECTION)) {
            for (Market market : world.markets()) {
                for (BarFeed feed : market.feeds()) {
                    roster.forgetAncient(turn, market, feed);
                    feed.onConnected(turn);
                }
            }
        } else if (connection.startsWith(ACCOUNT_CONNECTION)) {
            AccountBook account = accountOf(connection);
            if (account != null) {
                account.onConnected(turn);
                world.orders().doubtUnanswered(turn, account.id());
            }
        }
    }

    private void onDisconnected(Turn turn, SystemEvent.Disconnected event) {
        turn.tell(new Output.ConnectionChanged(turn.cause(), event.connection(), false, event.detail()));
        AccountBook account = accountOf(event.connection());
        if (account != null) {
            account.onDisconnected();
            world.gate().setReconciled(turn, false);
        }
    }

    private @Nullable AccountBook accountOf(String connection) {
        for (AccountBook account : world.accounts()) {
            if (connection.equals(ACCOUNT_CONNECTION + account.id())) {
                return account;
            }
        }
        return null;
    }
}
