package dev.sparkstacker.telemetry.metrics;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Side;
import java.util.Locale;

/** How the product's names are written in labels. */
public final class Labels {
    private Labels() {}

    /** An enum constant in lower case. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** {@code main} or {@code hedge}. */
    public static String leg(LegRole role) {
        return of(role);
    }

    /** {@code long} for a position on the buying side, {@code short} for the other. */
    public static String direction(Side side) {
        return side == Side.BUY ? "long" : "short";
    }

    /** {@code <account>/<market>/<leg>}. */
    public static String positionId(AccountId account, MarketId market, LegRole role) {
        return account + "/" + market + "/" + leg(role);
    }

    /** {@code <account>/<market>/<leg>}. */
    public static String positionId(AccountId account, LegId leg) {
        return positionId(account, leg.market(), leg.role());
    }
}
