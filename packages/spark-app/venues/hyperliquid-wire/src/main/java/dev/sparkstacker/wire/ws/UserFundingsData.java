package dev.sparkstacker.wire.ws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Funding payments of a user. */
public record UserFundingsData(
        String user,
        List<UserFundingItem> fundings,
        @Nullable Boolean isSnapshot) {}
