package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.http.ActReply;
import dev.sparkstacker.hyperliquid.http.ExchangeClient;
import dev.sparkstacker.hyperliquid.http.SignedAct;
import dev.sparkstacker.hyperliquid.limits.AddressBudget;
import dev.sparkstacker.hyperliquid.limits.NonceException;
import dev.sparkstacker.hyperliquid.limits.Nonces;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.wire.exchange.ExchangeResponse;

/**
 * One account with what is needed to act for it.
 *
 * @param access its addresses and signer
 * @param nonces those of its signer, shared with every other account of that signer
 * @param budget what its address may still send
 */
public record AccountPort(AccountAccess access, Nonces nonces, AddressBudget budget) {
    private static final String BUDGET_GONE = "Too many cumulative requests sent";

    /** The product's name for it. */
    public AccountId id() {
        return access.id();
    }

    /** Signs an action and sends it, within the budget of the account's address; a limit that was hit is told. */
    ActReply send(ExchangeClient exchange, SignedAhead.Signing signing, Priority priority, EventSink sink)
            throws InterruptedException {
        try {
            SignedAct act = signing.sign();
            if (!budget.take(priority, act.elements())) {
                return new ActReply.NotTaken("not sent: the address has " + budget.remaining()
                        + " requests left, which are kept for cancels and exits; trading volume earns more");
            }
            ActReply reply = exchange.send(act, priority);
            tellLimits(act, reply, sink);
            return reply;
        } catch (NonceException e) {
            return new ActReply.NotTaken("not signed: " + e.getMessage());
        }
    }

    private void tellLimits(SignedAct act, ActReply reply, EventSink sink) {
        if (reply instanceof ActReply.Answered(ExchangeResponse.Refused(String text)) && text.startsWith(BUDGET_GONE)) {
            budget.exhausted();
            sink.publish(new AccountEvent.RateLimited(id(), act.type(), text));
        } else if (reply instanceof ActReply.Unknown unknown && unknown.isThrottled()) {
            sink.publish(new AccountEvent.RateLimited(id(), act.type(), unknown.detail()));
        }
    }
}
