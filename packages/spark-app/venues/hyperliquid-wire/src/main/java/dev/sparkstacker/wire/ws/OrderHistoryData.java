package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.HistoricalOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders of a user. */
public record OrderHistoryData(
        String user,
        List<HistoricalOrder> orderHistory,
        @Nullable Boolean isSnapshot) {}
