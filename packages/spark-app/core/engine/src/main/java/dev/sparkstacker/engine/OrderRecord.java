package dev.sparkstacker.engine;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.OrderState;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One order of ours with everything known of it.
 *
 * @param account the account it is on
 * @param request the order as sent
 * @param state where it stands
 * @param orderId the venue's id, or null while unknown
 * @param filled size of the fills booked
 * @param filledNotional Σ price × size of the fills booked
 * @param acknowledged size that the venue's answer said is executed; the fills follow
 * @param sentAtMs venue time when it was sent
 * @param expiresAtMs venue time after which the venue refuses it
 * @param patience when to ask again what became of it
 * @param changedAtMs venue time of the last change
 * @param cancelRequested whether a cancel was sent
 * @param correlationId the decision it goes back to
 */
record OrderRecord(
        AccountId account,
        OrderRequest request,
        OrderState state,
        @Nullable Long orderId,
        Quantity filled,
        Usd filledNotional,
        Quantity acknowledged,
        long sentAtMs,
        long expiresAtMs,
        Deadline patience,
        long changedAtMs,
        boolean cancelRequested,
        String correlationId) {
    ClientOrderId id() {
        return request.id();
    }

    /** Nothing more can happen to it, and every fill the venue spoke of is booked. */
    boolean isSettled() {
        return !state.mayExecute() && filled.compareTo(acknowledged) >= 0;
    }

    /** Size not booked that may still execute, or that the venue says has executed. */
    Quantity working() {
        return (state.mayExecute() ? request.size() : acknowledged).minusOrZero(filled);
    }

    @Nullable
    Price averagePrice() {
        return filled.isZero()
                ? null
                : new Price(FixedPoint.multiplyDivide(
                        filledNotional.e8(), FixedPoint.ONE, filled.e8(), RoundingMode.HALF_UP));
    }

    OrderRecord withState(OrderState next, Turn turn, Deadline nextPatience) {
        return new OrderRecord(
                account,
                request,
                next,
                orderId,
                filled,
                filledNotional,
                acknowledged,
                sentAtMs,
                expiresAtMs,
                nextPatience,
                turn.nowMs(),
                cancelRequested,
                correlationId);
    }

    OrderRecord withOrderId(long id) {
        return new OrderRecord(
                account,
                request,
                state,
                id,
                filled,
                filledNotional,
                acknowledged,
                sentAtMs,
                expiresAtMs,
                patience,
                changedAtMs,
                cancelRequested,
                correlationId);
    }

    OrderRecord withFill(Fill fill) {
        return new OrderRecord(
                account,
                request,
                state,
                fill.orderId(),
                filled.plus(fill.size()),
                filledNotional.plus(fill.notional()),
                acknowledged,
                sentAtMs,
                expiresAtMs,
                patience,
                changedAtMs,
                cancelRequested,
                correlationId);
    }

    OrderRecord withAcknowledged(Quantity size) {
        return new OrderRecord(
                account,
                request,
                state,
                orderId,
                filled,
                filledNotional,
                size,
                sentAtMs,
                expiresAtMs,
                patience,
                changedAtMs,
                cancelRequested,
                correlationId);
    }

    OrderRecord withPatience(Deadline next) {
        return new OrderRecord(
                account,
                request,
                state,
                orderId,
                filled,
                filledNotional,
                acknowledged,
                sentAtMs,
                expiresAtMs,
                next,
                changedAtMs,
                cancelRequested,
                correlationId);
    }

    OrderRecord withCancelRequested(boolean requested) {
        return new OrderRecord(
                account,
                request,
                state,
                orderId,
                filled,
                filledNotional,
                acknowledged,
                sentAtMs,
                expiresAtMs,
                patience,
                changedAtMs,
                requested,
                correlationId);
    }
}
