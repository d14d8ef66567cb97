package dev.sparkstacker.hyperliquid;

import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.wire.info.ExtraAgent;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.sign.Address;
import java.util.Optional;

/**
 * Until when an agent's key may sign. The venue lists named agents only; of an unnamed one nothing is known. It enforces the
 * end late, so that a key past its end may work for a while: no reason to start with it.
 */
final class AgentLife {
    private AgentLife() {}

    /** The agent as its master's account lists it; empty for an unnamed one. */
    static Optional<ExtraAgent> read(InfoClient info, Address master, Address agent, Priority priority)
            throws ReadException, InterruptedException {
        return info.ask(new InfoRequest.ExtraAgents(master.text()), priority).stream()
                .filter(listed -> listed.address().equalsIgnoreCase(agent.text()))
                .findFirst();
    }
}
