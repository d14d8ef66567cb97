package dev.sparkstacker.journal;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.Stamped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events and commands that are functions of their sequence, so that every read can be checked. */
final class Samples {
    static final JournalIdentity IDENTITY = new JournalIdentity("build-1", "config-1", 77);

    private Samples() {}

    /** Every seventh event is an answer, the others are quotes and trades. */
    static Stamped event(long sequence) {
        MarketId market = new MarketId("ETH");
        Price price = new Price(300_000_000_000L + sequence);
        Event event;
        if (sequence % 7 == 0) {
            event = new AnswerEvent.OrderResting(
                    new AccountId("main"), ClientOrderId.mint(1, 1, sequence, 0), sequence);
        } else if (sequence % 2 == 0) {
            event = new MarketEvent.TradePrinted(market, Side.BUY, price, new Quantity(sequence), sequence);
        } else {
            event = new MarketEvent.BestBidOffer(
                    market, price, new Quantity(1), price, new Quantity(sequence), sequence);
        }
        return new Stamped(sequence, sequence * 10, sequence * 20, event);
    }

    /** Every fifth event causes a command. */
    static List<Command> commands(long sequence) {
        return sequence % 5 == 0
                ? List.of(new Command.ReadOrderStatus(
                        new AccountId("main"), ClientOrderId.mint(1, 1, sequence, 0), sequence))
                : List.of();
    }

    static byte[] state(long sequence) {
        return ("state after " + sequence).getBytes(StandardCharsets.UTF_8);
    }

    /** Appends events as the engine does, and commits after each that caused commands. */
    static void run(FileJournal journal, int events) {
        for (int i = 0; i < events; i++) {
            step(journal);
        }
    }

    static void step(FileJournal journal) {
        long sequence = journal.lastSequence() + 1;
        journal.append(event(sequence));
        List<Command> commands = commands(sequence);
        journal.append(sequence, commands);
        if (!commands.isEmpty()) {
            journal.commit();
        }
    }

    static Recovered open(Storage storage) throws IOException {
        return JournalRecovery.open(storage, IDENTITY, JournalSettings.DEFAULT);
    }

    static FileJournal begin(Storage storage) throws IOException {
        return open(storage).beginEpoch(1_000);
    }

    /** Reads the whole tail and checks every entry of it. @return the last sequence */
    static long checkTail(Recovered recovered) throws IOException {
        Recovered.Findings findings = recovered.findings();
        long expected = findings.snapshot().map(Snapshot::sequence).orElse(0L);
        try (Tail tail = recovered.tail()) {
            while (tail.hasNext()) {
                TailEntry entry = tail.next();
                expected++;
                if (!entry.event().equals(event(expected)) || !entry.commands().equals(commands(expected))) {
                    throw new AssertionError("Entry " + expected + " read back as " + entry);
                }
            }
        }
        if (expected != findings.lastSequence()) {
            throw new AssertionError("The tail ends at " + expected + ", not at " + findings.lastSequence());
        }
        return expected;
    }
}
