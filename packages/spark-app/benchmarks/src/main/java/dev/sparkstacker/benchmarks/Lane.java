package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.command.Command;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** The hand-off behind the engine, in the connector's form: a queue, a virtual thread, one more for each act. */
final class Lane implements AutoCloseable {
    private final LinkedBlockingQueue<Command.PlaceOrders> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    Lane(Consumer<Command.PlaceOrders> executor) {
        thread = Thread.ofVirtual().name("lane").start(() -> work(executor));
    }

    void submit(Command.PlaceOrders act) {
        queue.add(act);
    }

    private void work(Consumer<Command.PlaceOrders> executor) {
        try {
            while (true) {
                Command.PlaceOrders act = queue.take();
                Thread running = Thread.ofVirtual().name("act").start(() -> executor.accept(act));
                running.join();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
