package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.clock.VenueClock;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.ActionResult;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.AgentRegistry;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.VenueAction;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.sign.RequestSigner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lets a posted action through to the exchange or says why not.
 *
 * <pre>
 *  caller's thread   : typed action, weight, signer recovered from the signature
 *  exchange's thread : signer known? - nonce - expiry - account or sub-account - submit - (latency) - reply
 * </pre>
 *
 * Both networks' signatures are taken: clients of a loopback address cannot agree on which of the two it is. A nonce
 * is valid near either clock; an expiry is judged on the clock that the request's nonce was taken from.
 */
final class ActionGate {
    private static final int MAX_WEIGHT = 200;

    private final VenueTasks tasks;
    private final Exchange exchange;
    private final VenueClock clock;
    private final NonceWindows nonces;
    private final NonceSink sink;
    private final Set<Address> hasActed = ConcurrentHashMap.newKeySet();

    ActionGate(VenueTasks tasks, Exchange exchange, VenueClock clock, NonceWindows nonces, NonceSink sink) {
        this.tasks = tasks;
        this.exchange = exchange;
        this.clock = clock;
        this.nonces = nonces;
        this.sink = sink;
    }

    private record Signed(ExchangeRequest request, Action typed, VenueAction action, List<Address> signers) {}

    /**
     * Handles a request; the answer comes when the action took effect.
     *
     * @throws WireException if it is not as documented, which the venue answers with HTTP 422
     */
    CompletableFuture<ExchangeResponse> handle(ExchangeRequest request) throws WireException {
        Action typed = request.typedAction();
        Optional<VenueAction> action;
        try {
            action = ActionTranslator.translate(typed);
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            throw new WireException(WireException.Reason.BAD_VALUE, "/action", String.valueOf(impossible.getMessage()));
        }
        if (action.isEmpty()) {
            throw new WireException(
                    WireException.Reason.UNKNOWN_TYPE, "/action/type", "the sandbox has no such action");
        }
        List<Address> signers = signers(request);
        if (signers.isEmpty()) {
            return CompletableFuture.completedFuture(Replies.refused("Unable to recover signer."));
        }
        if (action.get().requests() > MAX_WEIGHT) {
            return CompletableFuture.completedFuture(Replies.refused("Signed action over weight limit of 200."));
        }
        CompletableFuture<ExchangeResponse> reply = new CompletableFuture<>();
        Signed signed = new Signed(request, typed, action.get(), signers);
        tasks.post(() -> {
            try {
                String refusal = admit(signed, result -> reply.complete(Replies.of(result)));
                if (refusal != null) {
                    reply.complete(Replies.refused(refusal));
                }
            } catch (RuntimeException | Error failed) {
                reply.completeExceptionally(failed);
                throw failed;
            }
        });
        return reply;
    }

    /**
     * Who may have signed: the network is not in the request, so that each gives a signer of its own. One that has acted
     * before is taken for who it is; looking for another would double the dearest part of a request.
     */
    private List<Address> signers(ExchangeRequest request) throws WireException {
        List<Address> signers = new ArrayList<>();
        for (Network network : Network.values()) {
            Address signer = RequestSigner.recover(request, network)
                    .map(found -> Address.of(found.text()))
                    .orElse(null);
            if (signer != null && hasActed.contains(signer)) {
                return List.of(signer);
            }
            if (signer != null && !signers.contains(signer)) {
                signers.add(signer);
            }
        }
        return signers;
    }

    private @Nullable String admit(Signed signed, java.util.function.Consumer<ActionResult> reply) {
        Address signer =
                signed.signers.stream().filter(this::isKnown).findFirst().orElse(signed.signers.getFirst());
        boolean userSigned = signed.typed instanceof Action.UserSigned;
        Account master = exchange.account(signer);
        if (userSigned && master == null) {
            return "Must deposit before performing actions. User: " + signer;
        }
        if (master == null || master.master() != null) {
            AgentRegistry.Agent agent = exchange.agents().agent(signer);
            if (agent == null || agent.validUntilMs() < exchange.nowMs()) {
                return "User or API Wallet " + signer + " does not exist.";
            }
            if (agent.replaced()) {
                return "Must deposit before performing actions. User: " + agent.master();
            }
            master = exchange.account(new Address(agent.master()));
        }
        if (master == null) {
            return "User or API Wallet " + signer + " does not exist.";
        }
        return admitFor(signed, signer, master, userSigned, reply);
    }

    private @Nullable String admitFor(
            Signed signed,
            Address signer,
            Account master,
            boolean userSigned,
            java.util.function.Consumer<ActionResult> reply) {
        String vault = signed.request.vaultAddress();
        Account account = master;
        if (signed.typed instanceof Action.UserSigned own && signedNonce(own) != signed.request.nonce()) {
            return "Invalid nonce: the action was signed for " + signedNonce(own);
        }
        if (vault != null) {
            if (userSigned) {
                return "Vault may not perform this action.";
            }
            Account sub = exchange.account(Address.of(vault));
            if (sub == null || !master.address().equals(sub.master())) {
                return "Vault not registered: " + Address.of(vault);
            }
            account = sub;
        }
        long nonce = signed.request.nonce();
        long machine = clock.machineMs();
        String refusal = nonces.take(signer.hex(), nonce, exchange.nowMs(), machine);
        if (refusal != null) {
            return refusal;
        }
        sink.used(signer.hex(), nonce);
        hasActed.add(signer);
        if (signed.typed instanceof Action.Order order && order.builder() != null) {
            return "Builder fee has not been approved";
        }
        long validUntil = Long.MAX_VALUE;
        Long expires = signed.request.expiresAfter();
        if (expires != null) {
            if (expires < machine && expires < exchange.nowMs()) {
                exchange.chargeExpired(account.address(), signed.action);
                return "Action already expired";
            }
            // on the machine's clock it may stay valid while a fast venue clock has run past it
            validUntil = machine <= expires ? Long.MAX_VALUE : expires;
        }
        exchange.submit(account.address(), signed.action, exchange.nowMs(), validUntil, reply);
        return null;
    }

    private static long signedNonce(Action.UserSigned action) {
        JsonNode tree = action.tree();
        return tree.path(tree.has("time") ? "time" : "nonce").asLong(-1);
    }

    private boolean isKnown(Address address) {
        return exchange.account(address) != null || exchange.agents().agent(address) != null;
    }
}
