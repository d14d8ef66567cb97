package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.TwapSliceFill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TWAP fills of a user. */
public record TwapSliceFillsData(
        String user,
        List<TwapSliceFill> twapSliceFills,
        @Nullable Boolean isSnapshot) {}
