package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.command.Command.PlaceOrders;
import dev.sparkstacker.hyperliquid.http.SignedAct;
import dev.sparkstacker.hyperliquid.limits.NonceException;
import dev.sparkstacker.hyperliquid.machine.Machine;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Orders that are signed while the journal forces their cause, so that of the two only the disk is waited for.
 *
 * <p>Nothing leaves from here: a batch is taken out when it is submitted, or is forgotten. Thread-safe.
 */
final class SignedAhead {
    /** More batches than ever wait for one force; what was never submitted is pushed out by what follows. */
    private static final int ROOM = 64;

    private final Machine machine;
    private final SequencedMap<ClientOrderId, CompletableFuture<SignedAct>> byFirstOrder = new LinkedHashMap<>();

    /** Signs a batch of orders. */
    @FunctionalInterface
    interface Signing {
        SignedAct sign() throws NonceException;
    }

    SignedAhead(Machine machine) {
        this.machine = machine;
    }

    /** Begins to sign a batch. */
    void begin(PlaceOrders place, Signing signing) {
        CompletableFuture<SignedAct> signed = new CompletableFuture<>();
        synchronized (byFirstOrder) {
            byFirstOrder.put(key(place), signed);
            if (byFirstOrder.size() > ROOM) {
                byFirstOrder.pollFirstEntry();
            }
        }
        machine.start("sign", () -> complete(signed, signing));
    }

    private static void complete(CompletableFuture<SignedAct> signed, Signing signing) {
        try {
            signed.complete(signing.sign());
        } catch (NonceException | RuntimeException e) {
            signed.completeExceptionally(e);
        }
    }

    /** The signed batch, or null where it was not begun or could not be signed: then it is to be signed on its way. */
    @Nullable
    SignedAct take(PlaceOrders place) throws InterruptedException {
        CompletableFuture<SignedAct> signed;
        synchronized (byFirstOrder) {
            signed = byFirstOrder.remove(key(place));
        }
        try {
            return signed == null ? null : machine.await(signed, Long.MAX_VALUE);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    private static ClientOrderId key(PlaceOrders place) {
        return place.orders().getFirst().order().id();
    }
}
