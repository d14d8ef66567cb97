package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.wire.sign.Address;
import java.util.List;

/**
 * An account of the sandbox. It keeps what it has over restarts; the balance is what a new one begins with.
 *
 * @param name name for people, also of its agents
 * @param address the account's own address
 * @param startingBalance first deposit
 * @param agents addresses that may sign for it from the start
 */
public record SandboxAccount(String name, Address address, Usd startingBalance, List<Address> agents) {}
