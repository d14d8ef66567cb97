package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.mapping.AccountMapping;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.mapping.LedgerMapping;
import dev.sparkstacker.wire.info.LedgerDelta;
import dev.sparkstacker.wire.info.LedgerUpdate;
import dev.sparkstacker.wire.ws.LedgerData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger channel of one account: moves of money, and liquidations that happened while the connection was gone. Each
 * connection begins with a snapshot of what the venue remembers; what was told before is not told again.
 *
 * <pre>
 *                      first snapshot     later snapshot        between
 *  move of money       told               told if new           told
 *  liquidation         remembered         told if new           remembered: channel user has told it
 * </pre>
 */
final class LedgerFrames {
    private static final int REMEMBERED = 4_000;

    private final AccountAccess access;
    private final EventSink sink;
    private final FrameReport report;
    private final Set<String> told = new LinkedHashSet<>();
    private boolean hadSnapshot;

    LedgerFrames(AccountAccess access, EventSink sink, FrameReport report) {
        this.access = access;
        this.sink = sink;
        this.report = report;
    }

    /** Tells what is new in a message, oldest first; an entry that makes no sense is reported and hides no other. */
    void tell(LedgerData data) {
        boolean snapshot = Boolean.TRUE.equals(data.isSnapshot());
        List<LedgerUpdate> oldestFirst = new ArrayList<>(data.nonFundingLedgerUpdates());
        oldestFirst.sort(Comparator.comparingLong(LedgerUpdate::time));
        for (LedgerUpdate update : oldestFirst) {
            try {
                tell(update, snapshot && hadSnapshot);
            } catch (Impossible e) {
                report.malformed(e);
            }
        }
        hadSnapshot |= snapshot;
    }

    private void tell(LedgerUpdate update, boolean fillsGap) throws Impossible {
        if (update.delta() instanceof LedgerDelta.Liquidation liquidation) {
            if (isNew(update.time() + " " + update.hash() + " liquidation") && fillsGap) {
                sink.publish(new AccountEvent.LiquidationReported(
                        access.id(),
                        AccountMapping.usd("liquidated notional", liquidation.liquidatedNtlPos()),
                        AccountMapping.usd("liquidated account value", liquidation.accountValue())));
            }
            return;
        }
        Optional<AccountEvent.MoneyMoved> move = LedgerMapping.move(access.id(), access.address(), update);
        if (move.isPresent() && isNew(move.get().moveId())) {
            sink.publish(move.get());
        }
    }

    private boolean isNew(String id) {
        boolean added = told.add(id);
        if (told.size() > REMEMBERED) {
            told.remove(told.iterator().next());
        }
        return added;
    }
}
