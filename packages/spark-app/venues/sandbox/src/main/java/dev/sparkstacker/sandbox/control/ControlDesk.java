package dev.sparkstacker.sandbox.control;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Address;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.TradingPhase;
import dev.sparkstacker.sandbox.fault.FaultPlan;
import dev.sparkstacker.sandbox.server.VenueLoop;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Does what is asked over the side channel. */
public final class ControlDesk {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long LONGEST_STEP_S = 30;

    private final VenueLoop loop;
    private final FaultPlan faults;
    private final Runnable writeDown;

    /** @param writeDown stores what changed, so that what was answered is not forgotten; throws where it cannot */
    public ControlDesk(VenueLoop loop, FaultPlan faults, Runnable writeDown) {
        this.loop = loop;
        this.faults = faults;
        this.writeDown = writeDown;
    }

    JsonNode status() {
        TradingPhase phase = ask(Exchange::phase);
        boolean ended = ask(_ -> loop.core().source().hasEnded());
        return JSON.objectNode()
                .put("venueMs", ask(Exchange::nowMs))
                .put("machineMs", loop.core().clock().machineMs())
                .put("stepped", loop.core().clock().isStepped())
                .put("phase", name(phase))
                .put("feed", loop.core().source().kind().label())
                .put("feedEnded", ended)
                .put("faultsStruck", faults.struck());
    }

    JsonNode step(JsonNode body) throws WireException {
        long toMs = Json.read(ControlRequest.Step.class, body).toMs();
        if (!loop.core().clock().isStepped()) {
            throw new IllegalArgumentException(
                    "the clock runs freely; it waits to be stepped at a speed above 100 times real time only");
        }
        loop.core().clock().idleUpTo(toMs);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_STEP_S);
        long venueMs = ask(Exchange::nowMs);
        while (venueMs < toMs && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            venueMs = ask(Exchange::nowMs);
        }
        return JSON.objectNode().put("venueMs", venueMs).put("reached", venueMs >= toMs);
    }

    JsonNode setFault(JsonNode body) throws WireException {
        faults.add(Json.read(ControlRequest.Rule.class, body).rule());
        return rules();
    }

    JsonNode clearFaults() {
        faults.clear();
        return rules();
    }

    JsonNode rules() {
        ArrayNode rules = JSON.arrayNode();
        faults.rules().forEach(rule -> rules.add(Json.tree(ControlRequest.Rule.class, ControlRequest.Rule.of(rule))));
        return JSON.objectNode().set("rules", rules);
    }

    JsonNode coverage() {
        ArrayNode hooks = JSON.arrayNode();
        faults.coverage()
                .forEach(hook -> hooks.addObject()
                        .put("edge", hook.edge())
                        .put("kind", hook.kind())
                        .put("struck", hook.struck()));
        return JSON.objectNode().set("hooks", hooks);
    }

    JsonNode phase(JsonNode body) throws WireException {
        String asked = Json.read(ControlRequest.Phase.class, body).phase();
        for (TradingPhase phase : TradingPhase.values()) {
            if (name(phase).equals(asked)) {
                return change(exchange -> {
                    exchange.phase(phase);
                    return JSON.objectNode().put("phase", asked);
                });
            }
        }
        throw new IllegalArgumentException(
                "no phase \"" + asked + "\"; phases are normal, postOnly, cancelOnly and halted");
    }

    JsonNode deposit(JsonNode body) throws WireException {
        ControlRequest.Money money = Json.read(ControlRequest.Money.class, body);
        Usd amount = positive(money);
        return change(exchange -> {
            Address address = Address.of(money.account());
            Account known = exchange.account(address);
            if (known != null) {
                exchange.deposit(address, amount);
            }
            return balance(exchange, known == null ? exchange.openAccount(address, money.account(), amount) : known);
        });
    }

    JsonNode withdraw(JsonNode body) throws WireException {
        ControlRequest.Money money = Json.read(ControlRequest.Money.class, body);
        Usd amount = positive(money);
        return change(exchange -> {
            Account account = account(exchange, money);
            Optional<String> refusal = exchange.withdraw(account.address(), amount);
            if (refusal.isPresent()) {
                throw new IllegalArgumentException(refusal.get());
            }
            return balance(exchange, account);
        });
    }

    private static Usd positive(ControlRequest.Money money) {
        Usd amount = Usd.of(money.usd().toPlainString());
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(
                    "usd must be more than 0: " + money.usd().toPlainString());
        }
        return amount;
    }

    private static Account account(Exchange exchange, ControlRequest.Money money) {
        Account account = exchange.account(Address.of(money.account()));
        if (account == null) {
            throw new IllegalArgumentException("no account " + money.account());
        }
        return account;
    }

    private static JsonNode balance(Exchange exchange, Account account) {
        return JSON.objectNode()
                .put("account", account.address().hex())
                .put("accountValueUsd", exchange.margin().accountValue(account).toString());
    }

    private static String name(TradingPhase phase) {
        return switch (phase) {
            case NORMAL -> "normal";
            case POST_ONLY -> "postOnly";
            case CANCEL_ONLY -> "cancelOnly";
            case HALTED -> "halted";
        };
    }

    private JsonNode change(Function<Exchange, JsonNode> work) {
        return ask(exchange -> {
            JsonNode answer = work.apply(exchange);
            writeDown.run();
            return answer;
        });
    }

    private <R> R ask(Function<Exchange, R> work) {
        try {
            return loop.ask(work).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
