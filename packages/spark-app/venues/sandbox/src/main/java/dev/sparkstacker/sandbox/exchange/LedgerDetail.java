package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import java.util.List;

/** What changed an account's money. */
@TaggedBy("kind")
public sealed interface LedgerDetail {
    /** From outside the venue. */
    @Tag("deposit")
    record Deposit() implements LedgerDetail {}

    /** To outside the venue. */
    @Tag("withdrawal")
    record Withdrawal(long nonce) implements LedgerDetail {}

    /** Perp USDC from one user to another. */
    @Tag("internalTransfer")
    record InternalTransfer(Address from, Address to) implements LedgerDetail {}

    /** Perp USDC between a master and its sub-account. */
    @Tag("subAccountTransfer")
    record SubAccountTransfer(Address from, Address to) implements LedgerDetail {}

    /** Between the perp and the spot side of one account; the account's money as a whole stays the same. */
    @Tag("classTransfer")
    record ClassTransfer(Usd usdc, boolean toPerp) implements LedgerDetail {}

    /** Spot USDC from one account to another. */
    @Tag("spotTransfer")
    record SpotTransfer(Address from, Address to) implements LedgerDetail {}

    /** Into a vault, as the user sees it. */
    @Tag("vaultDeposit")
    record VaultDeposit(Address vault) implements LedgerDetail {}

    /**
     * Back from a vault, as the user sees it.
     *
     * @param basis what had been paid in for it
     */
    @Tag("vaultWithdrawal")
    record VaultWithdrawal(Address vault, Usd basis) implements LedgerDetail {}

    /** A user's money that came into (or went out of) a vault, as the vault sees it. */
    @Tag("vaultFlow")
    record VaultFlow(Address user) implements LedgerDetail {}

    /** A position as it was when its liquidation began. */
    record Liquidated(MarketId market, SignedQuantity size) {}

    /**
     * The account, or one isolated position of it, was liquidated. The amount is what the liquidator vault took with
     * it (negative) or paid for a loss beyond the account's money (positive).
     */
    @Tag("liquidation")
    record Liquidation(Usd notional, Usd accountValue, boolean cross, List<Liquidated> positions)
            implements LedgerDetail {}

    /** The other side of a liquidation, as the liquidator vault sees it. */
    @Tag("takeover")
    record Takeover(Address user) implements LedgerDetail {}

    /** A loss beyond the account's money that neither it nor the vault could bear: money from outside the venue. */
    @Tag("insurance")
    record Insurance() implements LedgerDetail {}
}
