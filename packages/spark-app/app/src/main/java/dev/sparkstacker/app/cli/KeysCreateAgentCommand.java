package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.secret.Keystore.KeyInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keys create-agent}: a key that may trade for an account but not withdraw. */
@Command(
        name = "create-agent",
        description = "Make an agent (API wallet): a key that trades for an account and cannot move its money."
                + " Prints what to approve; the key itself is never printed.",
        footerHeading = "%nExample:%n",
        footer = "  spark-stacker keys create-agent main")
final class KeysCreateAgentCommand implements Callable<Integer> {
    private static final int LONGEST_VENUE_NAME = 16;

    private final Terminal terminal;

    @Mixin
    private NewKey newKey = new NewKey();

    KeysCreateAgentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        KeyInfo info = newKey.make(terminal);
        String venueName = info.name()
                .substring(0, Math.min(LONGEST_VENUE_NAME, info.name().length()));
        terminal.out().println("""
            Agent %s is stored encrypted. Its address is
              %s

            Approve it once, from the wallet that holds the money:
              1. Open https://app.hyperliquid.xyz/API (testnet: https://app.hyperliquid-testnet.xyz/API)
                 with that wallet.
              2. Enter the name %s and the address above, choose how long it is valid (at most 180 days),
                 and sign "Authorize API Wallet" (the action approveAgent).
              3. In the configuration's account write the wallet's own address, not the agent's, and the key:
                 "address": "0x…", "keyRef": "keystore:%s"

            The agent can trade for the account; it cannot withdraw. To revoke it, remove it on the same page.
            """.formatted(info.name(), info.address(), venueName, info.name())
                .stripTrailing());
        return ExitCode.OK.status();
    }
}
