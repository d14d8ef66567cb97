package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Fallback;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Why an account's money changed other than by trading and funding; amounts in USD unless a token is named. */
@TaggedBy("type")
public sealed interface LedgerDelta {

    /** From the bridge. */
    @Tag("deposit")
    record Deposit(BigDecimal usdc) implements LedgerDelta {}

    /** To the bridge. */
    @Tag("withdraw")
    record Withdraw(BigDecimal usdc, long nonce, BigDecimal fee) implements LedgerDelta {}

    /** Perp USDC from one user to another. */
    @Tag("internalTransfer")
    record InternalTransfer(BigDecimal usdc, String user, String destination, BigDecimal fee) implements LedgerDelta {}

    /** Between a master and its sub-account. */
    @Tag("subAccountTransfer")
    record SubAccountTransfer(BigDecimal usdc, String user, String destination) implements LedgerDelta {}

    /** Between the perp and the spot side of one account. */
    @Tag("accountClassTransfer")
    record AccountClassTransfer(BigDecimal usdc, boolean toPerp) implements LedgerDelta {}

    /** A spot token from one user to another. */
    @Tag("spotTransfer")
    record SpotTransfer(
            String token,
            BigDecimal amount,
            BigDecimal usdcValue,
            String user,
            String destination,
            BigDecimal fee,
            @Nullable BigDecimal nativeTokenFee,
            @WriteNull @Nullable Long nonce,
            @Nullable String feeToken)
            implements LedgerDelta {}

    /** Into a vault. */
    @Tag("vaultDeposit")
    record VaultDeposit(String vault, BigDecimal usdc) implements LedgerDelta {}

    /** Back from a vault. */
    @Tag("vaultDistribution")
    record VaultDistribution(String vault, BigDecimal usdc) implements LedgerDelta {}

    /**
     * Withdrawn from a vault.
     *
     * @param basis what had been paid in for it
     * @param netWithdrawnUsd requested less commission and closing cost
     */
    @Tag("vaultWithdraw")
    record VaultWithdraw(
            String vault,
            String user,
            BigDecimal requestedUsd,
            BigDecimal commission,
            BigDecimal closingCost,
            BigDecimal basis,
            BigDecimal netWithdrawnUsd)
            implements LedgerDelta {}

    /**
     * Positions were liquidated.
     *
     * @param accountValue value of the account, or of the isolated position
     * @param leverageType {@code Cross} or {@code Isolated}
     */
    @Tag("liquidation")
    record Liquidation(
            BigDecimal liquidatedNtlPos,
            BigDecimal accountValue,
            String leverageType,
            List<LiquidatedPosition> liquidatedPositions)
            implements LedgerDelta {}

    /** A position as it was when its liquidation began. */
    record LiquidatedPosition(String coin, BigDecimal szi) {}

    /** Claimed rewards. */
    @Tag("rewardsClaim")
    record RewardsClaim(BigDecimal amount, @Nullable String token) implements LedgerDelta {}

    /** Any other kind, as it came. */
    @Fallback
    record Other(JsonNode raw) implements LedgerDelta {}
}
