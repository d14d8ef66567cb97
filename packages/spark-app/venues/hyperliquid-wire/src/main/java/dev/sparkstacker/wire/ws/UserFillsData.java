package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.info.Fill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills of a user; isSnapshot is absent on later messages. */
public record UserFillsData(
        String user, List<Fill> fills, @Nullable Boolean isSnapshot) {}
