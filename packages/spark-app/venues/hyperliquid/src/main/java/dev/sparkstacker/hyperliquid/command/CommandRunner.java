package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent.AccountUnread;
import dev.sparkstacker.domain.event.AnswerEvent.OrderStatusUnread;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent.CandlesRead;
import dev.sparkstacker.domain.event.MarketEvent.CandlesUnread;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.http.VenueClients;
import dev.sparkstacker.hyperliquid.machine.Machine;
import dev.sparkstacker.hyperliquid.mapping.InstrumentTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes commands and returns at once.
 *
 * <pre>
 *  prepare ── orders ─► sign, while the journal works
 *  submit ─┬─ act ─► lane of its account (in order) ─► sign, unless done ─► budget ─► POST /exchange ─► answers
 *          └─ ask ─► a task of its own              ─► budget ────────► POST /info     ─► answer
 * </pre>
 *
 * <p>Every command gets its answer events, also when carrying it out fails in a way nobody foresaw.
 */
public final class CommandRunner implements VenueGateway, AutoCloseable {
    private final Map<AccountId, AccountPort> ports = new TreeMap<>();
    private final Map<AccountId, AccountLane> lanes = new TreeMap<>();
    private final List<Machine.Task> asks = new ArrayList<>();
    private final Machine machine;
    private final Acts acts;
    private final AccountReader accounts;
    private final CandleReader candles;
    private final EventSink sink;

    public CommandRunner(
            List<AccountPort> accountPorts,
            VenueClients clients,
            InstrumentTable instruments,
            EventSink sink,
            ConnectorListener listener) {
        this.sink = sink;
        this.machine = clients.machine();
        LeverageSetter leverage = new LeverageSetter(clients.exchange(), clients.info(), sink);
        acts = new Acts(clients.exchange(), leverage, instruments, sink, listener, new SignedAhead(machine));
        accounts = new AccountReader(clients.info(), clients.time());
        candles = new CandleReader(clients.info());
        for (AccountPort port : accountPorts) {
            ports.put(port.id(), port);
            lanes.put(port.id(), new AccountLane(port.id().name(), machine, act -> execute(act, port)));
        }
    }

    @Override
    public void prepare(Command command) {
        if (command instanceof Command.Act act) {
            acts.prepare(act, known(ports.get(act.account()), act.account()));
        }
    }

    /** @throws IllegalArgumentException if the command names an account that is not configured */
    @Override
    public void submit(Command command) {
        switch (command) {
            case Command.Act act -> lane(act.account()).submit(act);
            case Command.Ask ask -> begin(ask);
        }
    }

    private void execute(Command.Act act, AccountPort port) throws InterruptedException {
        try {
            acts.run(act, port);
        } catch (RuntimeException e) {
            acts.unanswered(act, "carrying it out failed: " + e);
            fault(act, e);
        }
    }

    private void begin(Command.Ask ask) {
        Machine.Task begun = machine.start("ask", () -> answer(ask));
        synchronized (asks) {
            asks.removeIf(task -> task.ended().isDone());
            asks.add(begun);
        }
    }

    private void answer(Command.Ask ask) throws InterruptedException {
        try {
            sink.publish(ask(ask));
        } catch (RuntimeException e) {
            sink.publish(unread(ask, "reading failed: " + e));
            fault(ask, e);
        }
    }

    private Event ask(Command.Ask ask) throws InterruptedException {
        return switch (ask) {
            case Command.ReadOrderStatus read -> accounts.read(read, access(read.account()));
            case Command.ReadAccount read -> accounts.read(read, access(read.account()));
            case Command.ReadCandles read -> candles(read);
        };
    }

    private Event candles(Command.ReadCandles read) throws InterruptedException {
        try {
            CandleReader.ClosedBars closed = candles.read(read.market(), read.interval(), read.fromMs());
            return new CandlesRead(read.market(), read.interval(), closed.bars(), closed.upToMs());
        } catch (ReadException e) {
            return unread(read, String.valueOf(e.getMessage()));
        }
    }

    private static Event unread(Command.Ask ask, String detail) {
        return switch (ask) {
            case Command.ReadOrderStatus read -> new OrderStatusUnread(read.account(), read.order(), detail);
            case Command.ReadAccount read -> new AccountUnread(read.account(), detail);
            case Command.ReadCandles read -> new CandlesUnread(read.market(), read.interval(), detail);
        };
    }

    private void fault(Command command, RuntimeException e) {
        sink.publish(new SystemEvent.FaultReported(
                "connector", true, command.getClass().getSimpleName() + " failed unexpectedly: " + e));
    }

    private AccountLane lane(AccountId account) {
        return known(lanes.get(account), account);
    }

    private AccountAccess access(AccountId account) {
        return known(ports.get(account), account).access();
    }

    private <T> T known(@Nullable T found, AccountId account) {
        if (found == null) {
            throw new IllegalArgumentException("No such account: " + account + ", there are " + ports.keySet());
        }
        return found;
    }

    /** Takes nothing more and waits briefly for acts under way. */
    @Override
    public void close() {
        lanes.values().forEach(AccountLane::close);
        synchronized (asks) {
            asks.forEach(Machine.Task::interrupt);
        }
    }
}
