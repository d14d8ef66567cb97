package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.LedgerDetail;
import dev.sparkstacker.sandbox.exchange.LedgerEntry;
import dev.sparkstacker.wire.info.LedgerDelta;
import java.math.BigDecimal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Ledger entries in the venue's shapes. */
final class LedgerViews {
    private LedgerViews() {}

    /** Whether the venue tells an entry: what flows through a vault is told to the users, not to the vault. */
    static boolean isShown(LedgerEntry entry) {
        return !(entry.detail() instanceof LedgerDetail.VaultFlow || entry.detail() instanceof LedgerDetail.Takeover);
    }

    static LedgerDelta delta(Account account, LedgerEntry entry) {
        BigDecimal amount = Decimals.of(entry.amount().abs());
        BigDecimal fee = Decimals.of(entry.fee());
        return switch (entry.detail()) {
            case LedgerDetail.Deposit _ -> new LedgerDelta.Deposit(amount);
            case LedgerDetail.Withdrawal(long nonce) -> new LedgerDelta.Withdraw(amount.subtract(fee), nonce, fee);
            case LedgerDetail.InternalTransfer(var from, var to) ->
                new LedgerDelta.InternalTransfer(amount.add(feeOfRecipient(entry)), from.hex(), to.hex(), fee);
            case LedgerDetail.SubAccountTransfer(var from, var to) ->
                new LedgerDelta.SubAccountTransfer(amount, from.hex(), to.hex());
            case LedgerDetail.ClassTransfer(var usdc, boolean toPerp) ->
                new LedgerDelta.AccountClassTransfer(Decimals.of(usdc), toPerp);
            case LedgerDetail.SpotTransfer(var from, var to) -> {
                BigDecimal sent = amount.add(feeOfRecipient(entry));
                yield new LedgerDelta.SpotTransfer(
                        "USDC", sent, sent, from.hex(), to.hex(), fee, BigDecimal.ZERO, null, "");
            }
            case LedgerDetail.VaultDeposit(var vault) -> new LedgerDelta.VaultDeposit(vault.hex(), amount);
            case LedgerDetail.VaultWithdrawal(var vault, var basis) ->
                new LedgerDelta.VaultWithdraw(
                        vault.hex(),
                        account.address().hex(),
                        amount,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        Decimals.of(basis),
                        amount);
            case LedgerDetail.Liquidation liquidation -> liquidation(liquidation);
            case LedgerDetail.VaultFlow _, LedgerDetail.Takeover _, LedgerDetail.Insurance _ -> ownKind(entry, amount);
        };
    }

    /** A fee is taken from what the recipient gets; the sum that was sent includes it. */
    private static BigDecimal feeOfRecipient(LedgerEntry entry) {
        return entry.amount().isPositive() ? Decimals.of(entry.fee()) : BigDecimal.ZERO;
    }

    private static LedgerDelta liquidation(LedgerDetail.Liquidation liquidation) {
        return new LedgerDelta.Liquidation(
                Decimals.of(liquidation.notional()),
                Decimals.of(liquidation.accountValue()),
                liquidation.cross() ? "Cross" : "Isolated",
                liquidation.positions().stream()
                        .map(position -> new LedgerDelta.LiquidatedPosition(
                                position.market().coin(), Decimals.of(position.size())))
                        .toList());
    }

    /** What the venue has no word for: its insurance, and a vault's own view. */
    private static LedgerDelta ownKind(LedgerEntry entry, BigDecimal amount) {
        ObjectNode raw = JsonNodeFactory.instance.objectNode();
        raw.put("type", entry.detail() instanceof LedgerDetail.Insurance ? "insurance" : "vaultFlow");
        raw.put("usdc", entry.amount().isNegative() ? "-" + amount.toPlainString() : amount.toPlainString());
        return new LedgerDelta.Other(raw);
    }
}
