package dev.sparkstacker.hyperliquid.mapping;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.event.AccountEvent.MoneyMoved;
import dev.sparkstacker.wire.info.LedgerDelta;
import dev.sparkstacker.wire.info.LedgerUpdate;
import dev.sparkstacker.wire.sign.Address;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account's ledger tells, as moves of its perp money. Only what changes the perp account's value counts: what moves
 * on the spot side alone, and what a liquidation takes (its fills and funding tell that), is no move.
 *
 * <pre>
 *  in (+)   deposit, internalTransfer to us, subAccountTransfer to us, accountClassTransfer to perp,
 *           vaultDistribution, vaultWithdraw of ours, vaultDeposit where we are the vault
 *  out (-)  withdraw with its fee, internalTransfer and subAccountTransfer from us, accountClassTransfer to spot,
 *           vaultDeposit of ours, vaultWithdraw where we are the vault
 * </pre>
 */
public final class LedgerMapping {
    private LedgerMapping() {}

    /** One kind of move: the venue's name for it, and what it does to the account's perp value. */
    private record Move(String kind, BigDecimal amount) {}

    /**
     * What an entry means.
     *
     * @param owner the account's address
     * @return empty where the perp account's value does not change
     * @throws Impossible for a kind nobody has documented: what it does to the account is unknown
     */
    public static Optional<MoneyMoved> move(AccountId account, Address owner, LedgerUpdate update) throws Impossible {
        Move move = move(owner, update.delta());
        if (move.amount().signum() == 0) {
            return Optional.empty();
        }
        String id = update.time() + " " + update.hash() + " " + move.kind() + " "
                + move.amount().stripTrailingZeros().toPlainString();
        return Impossible.guard(
                "ledger entry " + update.hash(),
                () -> Optional.of(new MoneyMoved(account, id, move.kind(), Amounts.usd(move.amount()), update.time())));
    }

    private static Move move(Address owner, LedgerDelta delta) throws Impossible {
        return switch (delta) {
            case LedgerDelta.Deposit(BigDecimal usdc) -> new Move("deposit", usdc);
            case LedgerDelta.Withdraw withdraw ->
                new Move("withdraw", withdraw.usdc().add(withdraw.fee()).negate());
            case LedgerDelta.InternalTransfer sent ->
                isOwn(owner, sent.destination())
                        ? new Move("internalTransfer", sent.usdc().subtract(sent.fee()))
                        : new Move("internalTransfer", sent.usdc().negate());
            case LedgerDelta.SubAccountTransfer sent ->
                new Move("subAccountTransfer", signed(isOwn(owner, sent.destination()), sent.usdc()));
            case LedgerDelta.AccountClassTransfer(BigDecimal usdc, boolean toPerp) ->
                new Move("accountClassTransfer", signed(toPerp, usdc));
            case LedgerDelta.VaultDeposit(String vault, BigDecimal usdc) ->
                new Move("vaultDeposit", signed(isOwn(owner, vault), usdc));
            case LedgerDelta.VaultDistribution(String _, BigDecimal usdc) -> new Move("vaultDistribution", usdc);
            case LedgerDelta.VaultWithdraw withdraw ->
                isOwn(owner, withdraw.vault())
                        ? new Move("vaultWithdraw", withdraw.requestedUsd().negate())
                        : new Move("vaultWithdraw", withdraw.netWithdrawnUsd());
            case LedgerDelta.SpotTransfer _, LedgerDelta.Liquidation _, LedgerDelta.RewardsClaim _ ->
                new Move("", BigDecimal.ZERO);
            case LedgerDelta.Other(var raw) ->
                throw new Impossible("a ledger entry of the undocumented kind '"
                        + raw.path("type").asString("") + "': what it does to the account is unknown");
        };
    }

    private static BigDecimal signed(boolean in, BigDecimal usdc) {
        return in ? usdc : usdc.negate();
    }

    private static boolean isOwn(Address owner, String address) {
        return address.toLowerCase(Locale.ROOT).equals(owner.text());
    }
}
