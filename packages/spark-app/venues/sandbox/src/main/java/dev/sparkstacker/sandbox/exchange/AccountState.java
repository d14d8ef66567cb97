package dev.sparkstacker.sandbox.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Account} without its history, as plain values, the form in which it is stored; amounts in units of
 * 10<sup>-8</sup>.
 *
 * @param kind name of the {@link AccountKind}
 * @param mode the venue's spelling of the {@link AccountMode}
 * @param partialLiquidationAtMs when a position was last liquidated in part, or null
 * @param twaps TWAP orders that run
 * @param shares who owns how much of a vault
 */
public record AccountState(
        String address,
        @Nullable String master,
        String name,
        String kind,
        String mode,
        long cashE8,
        long spotE8,
        List<Position.PositionState> positions,
        List<LeverageState> leverage,
        List<FundingState> fundingAllTime,
        List<OrderState> open,
        RequestBudget.BudgetState budget,
        @Nullable Long scheduledCancelMs,
        @Nullable Long partialLiquidationAtMs,
        List<TwapState> twaps,
        List<VaultShares.ShareState> shares) {
    /** One market's leverage. */
    public record LeverageState(String coin, int leverage, boolean isolated) {}

    /** One market's lifetime funding. */
    public record FundingState(String coin, long paidE8) {}
}
