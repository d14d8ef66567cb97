package dev.sparkstacker.sandbox.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The agents (API wallets) that may sign for an account: one without a name and three named ones. */
public final class AgentRegistry {
    private static final int MAX_NAMED = 3;
    private static final long DAY_MS = 86_400_000L;
    private static final long DEFAULT_LIFE_MS = 90 * DAY_MS;
    private static final long MAX_LIFE_MS = 180 * DAY_MS;

    /**
     * An approved agent.
     *
     * @param name empty for the unnamed one
     */
    public record Agent(String address, String master, String name, long validUntilMs, boolean replaced) {}

    private final TreeMap<Address, Agent> agents = new TreeMap<>();

    /** The agent with this address, replaced ones included, or null. */
    public @Nullable Agent agent(Address address) {
        return agents.get(address);
    }

    /** Named agents of a master that are in force. */
    public List<Agent> named(Address master) {
        return agents.values().stream()
                .filter(agent -> agent.master().equals(master.hex()))
                .filter(agent -> !agent.replaced() && !agent.name().isEmpty())
                .toList();
    }

    /** Every agent ever approved. */
    public List<Agent> all() {
        return new ArrayList<>(agents.values());
    }

    void put(Agent agent) {
        agents.put(new Address(agent.address()), agent);
    }

    /** Approves or revokes; the refusal's text, or null. */
    @Nullable
    String approve(Address master, VenueAction.ApproveAgent action, long nowMs) {
        boolean revoke = action.agent().equals(Address.ZERO);
        Agent before = inForce(master, action.name());
        if (revoke) {
            if (before != null) {
                agents.remove(new Address(before.address()));
            }
            return null;
        }
        if (agents.containsKey(action.agent())) {
            return "Extra agent already used.";
        }
        Long asked = action.validUntilMs();
        long validUntil = asked == null ? nowMs + DEFAULT_LIFE_MS : asked;
        if (validUntil <= nowMs || validUntil > nowMs + MAX_LIFE_MS) {
            return "Agent valid_until already expired.";
        }
        if (before == null && !action.name().isEmpty() && named(master).size() >= MAX_NAMED) {
            return "Too many extra agents for cumulative volume traded. Current limit is " + MAX_NAMED;
        }
        if (before != null) {
            put(new Agent(before.address(), before.master(), before.name(), before.validUntilMs(), true));
        }
        put(new Agent(action.agent().hex(), master.hex(), action.name(), validUntil, false));
        return null;
    }

    private @Nullable Agent inForce(Address master, String name) {
        return agents.values().stream()
                .filter(agent ->
                        agent.master().equals(master.hex()) && agent.name().equals(name) && !agent.replaced())
                .findFirst()
                .orElse(null);
    }
}
