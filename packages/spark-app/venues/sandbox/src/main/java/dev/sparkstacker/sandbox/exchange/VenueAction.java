package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
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
    record ScheduleCancel(@Nullable Long timeMs) implements VenueAction {}

    record UpdateLeverage(int assetId, boolean cross, int leverage) implements VenueAction {}

    /** Adds (positive) or removes margin of an isolated position. */
    record UpdateIsolatedMargin(int assetId, Usd amount) implements VenueAction {}

    /**
     * Approves or, with the zero address, revokes an agent.
     *
     * @param name empty for the unnamed agent
     * @param validUntilMs end of its life, or null for the venue's default
     */
    record ApproveAgent(
            Address agent, String name, @Nullable Long validUntilMs) implements VenueAction {}

    record CreateSubAccount(String name) implements VenueAction {}

    record TransferToSubAccount(Address subAccount, boolean deposit, Usd amount) implements VenueAction {}

    record Noop() implements VenueAction {}

    /** Requests it costs of the address budget. */
    default int requests() {
        return switch (this) {
            case Place place -> Math.max(1, place.orders.size());
            case Cancel cancel -> Math.max(1, cancel.targets.size());
            case Modify modify -> Math.max(1, modify.modifications.size());
            case ScheduleCancel _,
                    UpdateLeverage _,
                    UpdateIsolatedMargin _,
                    ApproveAgent _,
                    CreateSubAccount _,
                    TransferToSubAccount _,
                    Noop _ -> 1;
        };
    }
}
