package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Tuple;
import java.util.List;

/**
 * The perp universe and, at the same indices, its contexts.
 */
@Tuple
public record MetaAndAssetCtxs(PerpMeta meta, List<AssetCtx> contexts) {}
