package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.FrontendOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resting orders of a user. */
public record OpenOrdersData(@Nullable String dex, String user, List<FrontendOrder> orders) {}
