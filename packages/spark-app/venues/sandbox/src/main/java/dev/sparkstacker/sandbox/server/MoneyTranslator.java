package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.AccountMode;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.VenueAction;
import dev.sparkstacker.wire.exchange.Action;
import java.math.BigDecimal;
import java.util.Optional;

/** Posted actions that move money or change how it is kept, as the exchange's. */
final class MoneyTranslator {
    private static final long MICRO = 100;

    private MoneyTranslator() {}

    /**
     * Translates.
     *
     * @return empty for an action that the sandbox does not have
     * @throws IllegalArgumentException if a value cannot be what the action needs
     */
    static Optional<VenueAction> translate(Action action) {
        return switch (action) {
            case Action.SubAccountTransfer transfer ->
                Optional.of(new VenueAction.TransferToSubAccount(
                        Address.of(transfer.subAccountUser()), transfer.isDeposit(), micros(transfer.usd())));
            case Action.SubAccountSpotTransfer transfer ->
                Optional.of(new VenueAction.TransferSpotToSubAccount(
                        Address.of(transfer.subAccountUser()),
                        transfer.isDeposit(),
                        usdc(transfer.token(), transfer.amount())));
            case Action.SubAccountModify modify ->
                Optional.of(new VenueAction.RenameSubAccount(Address.of(modify.subAccountUser()), modify.name()));
            case Action.VaultTransfer transfer ->
                Optional.of(new VenueAction.TransferToVault(
                        Address.of(transfer.vaultAddress()), transfer.isDeposit(), micros(transfer.usd())));
            case Action.UsdSend send ->
                Optional.of(new VenueAction.SendUsd(Address.of(send.destination()), usd(send.amount())));
            case Action.SpotSend send ->
                Optional.of(
                        new VenueAction.SendSpot(Address.of(send.destination()), usdc(send.token(), send.amount())));
            case Action.Withdraw withdraw ->
                Optional.of(new VenueAction.Withdraw(usd(withdraw.amount()), withdraw.time()));
            case Action.UsdClassTransfer transfer ->
                Optional.of(new VenueAction.TransferBetweenClasses(usd(transfer.amount()), transfer.toPerp()));
            case Action.UserSetAbstraction set ->
                Optional.of(new VenueAction.SetAccountMode(AccountMode.of(set.abstraction())));
            case Action.AgentSetAbstraction set -> Optional.of(new VenueAction.SetAccountMode(mode(set.abstraction())));
            default -> Optional.empty();
        };
    }

    private static AccountMode mode(String letter) {
        return switch (letter) {
            case "i" -> AccountMode.DISABLED;
            case "u" -> AccountMode.UNIFIED;
            case "p" -> AccountMode.PORTFOLIO;
            default -> throw new IllegalArgumentException("not an account mode: '" + letter + "' (i, u or p)");
        };
    }

    private static Usd micros(long amount) {
        return new Usd(Math.multiplyExact(amount, MICRO));
    }

    private static Usd usdc(String token, String amount) {
        if (!token.equals("USDC") && !token.startsWith("USDC:")) {
            throw new IllegalArgumentException("the sandbox has no token but USDC: '" + token + "'");
        }
        return usd(amount);
    }

    private static Usd usd(String amount) {
        return new Usd(FixedPoint.fromBigDecimal(new BigDecimal(amount)));
    }
}
