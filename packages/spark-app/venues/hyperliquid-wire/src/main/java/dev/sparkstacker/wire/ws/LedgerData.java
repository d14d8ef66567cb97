package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.LedgerUpdate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deposits, withdrawals and transfers of a user. */
public record LedgerData(
        String user,
        List<LedgerUpdate> nonFundingLedgerUpdates,
        @Nullable Boolean isSnapshot) {}
