package dev.sparkstacker.engine;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.output.IncidentCode;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.risk.RiskManager;
import org.jspecify.annotations.Nullable;

/** Takes what happens on our accounts and what the venue answers to our commands. */
final class AccountDesk {
    private final World world;
    private final FillDesk fills;
    private final Reconciler reconciler;

    AccountDesk(World world, RiskManager risk) {
        this.world = world;
        this.fills = new FillDesk(world);
        this.reconciler = new Reconciler(world, fills, new UnknownPositions(world, risk));
    }

    void on(Turn turn, AccountEvent event, int run) {
        AccountBook account = world.findAccount(event.account());
        if (account == null) {
            turn.raise(
                    IncidentCode.UNKNOWN_ACCOUNT,
                    null,
                    null,
                    "an event of an account that is not configured: " + event.account());
            return;
        }
        switch (event) {
            case AccountEvent.FillReceived received -> fills.book(turn, received.account(), received.fill());
            case AccountEvent.OrderUpdated updated -> onOrderUpdated(turn, updated);
            case AccountEvent.FundingPaid paid -> fills.book(turn, paid);
            case AccountEvent.AccountRead read -> {
                reconciler.onRead(turn, read, run);
                world.clearances().onRead(turn, read, run);
                world.gate().setReconciled(turn, reconciler.allAgree());
            }
            case AccountEvent.AccountUnread unread -> account.onUnread(turn);
            case AccountEvent.LiquidationReported liquidation -> {
                turn.raise(
                        IncidentCode.LIQUIDATION,
                        liquidation.account(),
                        null,
                        liquidation.account() + " lost " + liquidation.liquidatedNotional() + " USD of notional");
                account.readSoon(turn);
            }
            case AccountEvent.RateLimited limited -> world.risk().onRateLimited(turn, limited.account());
            case AccountEvent.MoneyMoved moved -> {
                if (account.ledger().rememberMove(moved.moveId(), moved.movedAtMs())) {
                    world.risk().onTransfer(turn, moved);
                    account.readSoon(turn);
                }
            }
        }
    }

    void on(Turn turn, AnswerEvent event) {
        AccountBook account = world.findAccount(event.account());
        if (account == null) {
            return;
        }
        switch (event) {
            case AnswerEvent.LeverageConfirmed confirmed -> onLeverage(turn, account, confirmed);
            case AnswerEvent.LeverageUnconfirmed unconfirmed -> {
                account.leverage().onUnconfirmed(turn, unconfirmed.market());
                turn.raise(
                        IncidentCode.LEVERAGE_UNCONFIRMED,
                        unconfirmed.account(),
                        unconfirmed.market(),
                        unconfirmed.account() + ": " + unconfirmed.detail());
            }
            case AnswerEvent.OrderStatusRead read -> {
                for (Fill fill : read.fills()) {
                    fills.book(turn, read.account(), fill);
                    world.risk().stir();
                }
                changed(turn, world.orders().onAnswer(turn, read));
            }
            case AnswerEvent.OrderUnanswered unanswered -> {
                outcome(turn, event, unanswered.order(), true);
                changed(turn, world.orders().onAnswer(turn, unanswered));
                account.readSoon(turn);
            }
            case AnswerEvent.OrderResting a -> {
                outcome(turn, event, a.order(), false);
                changed(turn, world.orders().onAnswer(turn, a));
            }
            case AnswerEvent.OrderExecuted a -> {
                outcome(turn, event, a.order(), false);
                changed(turn, world.orders().onAnswer(turn, a));
            }
            case AnswerEvent.OrderRejected a -> {
                outcome(turn, event, a.order(), true);
                changed(turn, world.orders().onAnswer(turn, a));
            }
            case AnswerEvent.CancelAccepted a -> changed(turn, world.orders().onAnswer(turn, a));
            case AnswerEvent.CancelRejected a -> changed(turn, world.orders().onAnswer(turn, a));
            case AnswerEvent.CancelUnanswered a -> changed(turn, world.orders().onAnswer(turn, a));
            case AnswerEvent.OrderStatusUnread a -> changed(turn, world.orders().onAnswer(turn, a));
        }
    }

    /** Each order that was sent gets one answer; whether the venue refused it or left it unanswered is counted. */
    private void outcome(Turn turn, AnswerEvent answer, ClientOrderId order, boolean error) {
        if (world.orders().find(order) != null) {
            world.risk().onOrderOutcome(turn, answer.account(), error);
        }
    }

    private static void onLeverage(Turn turn, AccountBook account, AnswerEvent.LeverageConfirmed confirmed) {
        account.leverage().onConfirmed(turn, confirmed);
        turn.tell(new Output.LeverageKnown(
                turn.cause(),
                confirmed.account(),
                confirmed.market(),
                confirmed.leverage().times(),
                confirmed.marginMode().toString()));
    }

    private void onOrderUpdated(Turn turn, AccountEvent.OrderUpdated updated) {
        OrderRecord order = world.orders().find(updated.clientOrderId());
        if (order == null) {
            order = world.orders().findByOrderId(updated.account(), updated.orderId());
        }
        if (order != null) {
            changed(turn, world.orders().onUpdate(turn, order, updated));
        }
    }

    private void changed(Turn turn, @Nullable OrderRecord order) {
        if (order == null) {
            return;
        }
        turn.correlate(order.correlationId());
        Leg leg = world.leg(order.request().leg());
        if (leg != null) {
            leg.onOrder(turn, order);
        } else {
            world.strays().onOrder(turn, order);
        }
    }
}
