package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.command.Command;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The hand-off behind the engine, in the connector's form: orders are signed by a virtual thread while the journal
 * works; once released they go through a queue, its virtual thread and one more for each act.
 */
final class Lane implements Orders, AutoCloseable {
    private final LinkedBlockingQueue<Command.PlaceOrders> queue = new LinkedBlockingQueue<>();
    private final Map<ClientOrderId, CompletableFuture<byte[]>> signedAhead = new ConcurrentHashMap<>();
    private final Function<Command.PlaceOrders, byte[]> signing;
    private final Consumer<byte[]> wire;
    private final Thread thread;

    /**
     * @param signing makes the bytes of orders
     * @param wire takes them
     */
    Lane(Function<Command.PlaceOrders, byte[]> signing, Consumer<byte[]> wire) {
        this.signing = signing;
        this.wire = wire;
        thread = Thread.ofVirtual().name("lane").start(this::work);
    }

    @Override
    public void prepare(Command.PlaceOrders place) {
        CompletableFuture<byte[]> signed = new CompletableFuture<>();
        signedAhead.put(key(place), signed);
        Thread.ofVirtual().name("sign").start(() -> signed.complete(signing.apply(place)));
    }

    @Override
    public void submit(Command.PlaceOrders act) {
        queue.add(act);
    }

    private void work() {
        try {
            while (true) {
                Command.PlaceOrders act = queue.take();
                Thread running = Thread.ofVirtual().name("act").start(() -> wire.accept(bytes(act)));
                running.join();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] bytes(Command.PlaceOrders act) {
        @Nullable CompletableFuture<byte[]> signed = signedAhead.remove(key(act));
        return signed == null ? signing.apply(act) : signed.join();
    }

    private static ClientOrderId key(Command.PlaceOrders place) {
        return place.orders().getFirst().order().id();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
