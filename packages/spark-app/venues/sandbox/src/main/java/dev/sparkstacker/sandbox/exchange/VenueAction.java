package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An authorised action on one account. */
public sealed interface VenueAction {
    /** How the orders of one action belong together. */
    enum Grouping {
        NONE,
        NORMAL_TPSL,
        POSITION_TPSL
    }

    /** Names an order by the venue's id or by the client's. */
    sealed interface Target {
        record ByOid(long oid) implements Target {}

        record ByCloid(ClientOrderId cloid) implements Target {}
    }

    /** One element of a cancel. */
    record CancelTarget(int assetId, Target target) {}

    /** One element of a modify. */
    record Modification(Target target, OrderTicket order) {}

    /** An action that changes something of the account other than its orders. */
    sealed interface AccountChange extends VenueAction {}

    record Place(List<OrderTicket> orders, Grouping grouping) implements VenueAction {}

    record Cancel(List<CancelTarget> targets) implements VenueAction {}

    /**
     * Cancel and place anew.
     *
     * @param alwaysPlace place whether or not the cancel succeeds, and any kind of order
     * @param single whether it was the single form, which answers without the new id
     */
    record Modify(List<Modification> modifications, boolean alwaysPlace, boolean single) implements VenueAction {}

    /** Cancels everything at a venue time; null clears it. */
    record ScheduleCancel(@Nullable Long timeMs) implements AccountChange {}

    record UpdateLeverage(int assetId, boolean cross, int leverage) implements AccountChange {}

    /** Adds (positive) or removes margin of an isolated position. */
    record UpdateIsolatedMargin(int assetId, Usd amount) implements AccountChange {}

    /**
     * Approves or, with the zero address, revokes an agent.
     *
     * @param name empty for the unnamed agent
     * @param validUntilMs end of its life, or null for the venue's default
     */
    record ApproveAgent(
            Address agent, String name, @Nullable Long validUntilMs) implements AccountChange {}

    record CreateSubAccount(String name) implements AccountChange {}

    record TransferToSubAccount(Address subAccount, boolean deposit, Usd amount) implements AccountChange {}

    /** Renames a sub-account. */
    record RenameSubAccount(Address subAccount, String name) implements AccountChange {}

    /** Moves spot USDC to or from a sub-account. */
    record TransferSpotToSubAccount(Address subAccount, boolean deposit, Usd amount) implements AccountChange {}

    /** Moves USDC to or from a vault. */
    record TransferToVault(Address vault, boolean deposit, Usd amount) implements AccountChange {}

    /** Sends perp USDC to another user. */
    record SendUsd(Address destination, Usd amount) implements AccountChange {}

    /** Sends spot USDC to another user. */
    record SendSpot(Address destination, Usd amount) implements AccountChange {}

    /** Takes USDC out of the venue. */
    record Withdraw(Usd amount, long nonce) implements AccountChange {}

    /** Moves USDC between the perp and the spot side. */
    record TransferBetweenClasses(Usd amount, boolean toPerp) implements AccountChange {}

    /** Sets how the account keeps its balances. */
    record SetAccountMode(AccountMode mode) implements AccountChange {}

    /**
     * Works a size in slices.
     *
     * @param size base units in all
     * @param randomize whether the slices differ in size
     */
    record PlaceTwap(int assetId, Side side, Quantity size, boolean reduceOnly, int minutes, boolean randomize)
            implements VenueAction {}

    record CancelTwap(int assetId, long twapId) implements VenueAction {}

    record Noop() implements VenueAction {}

    /** Requests it costs of the address budget. */
    default int requests() {
        return switch (this) {
            case Place place -> Math.max(1, place.orders.size());
            case Cancel cancel -> Math.max(1, cancel.targets.size());
            case Modify modify -> Math.max(1, modify.modifications.size());
            case AccountChange _, PlaceTwap _, CancelTwap _, Noop _ -> 1;
        };
    }
}
