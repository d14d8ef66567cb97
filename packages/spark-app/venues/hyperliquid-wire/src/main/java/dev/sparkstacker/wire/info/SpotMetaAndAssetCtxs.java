package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Tuple;
import java.util.List;

/**
 * The spot universe and its contexts; a context names its pair by {@code coin}.
 */
@Tuple
public record SpotMetaAndAssetCtxs(SpotMeta meta, List<SpotAssetCtx> contexts) {}
