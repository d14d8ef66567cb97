package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.AccountId;

/** The agent with which the watchdog acts for one account. */
public record WatchdogKey(
        @Setting("The account.") AccountId account,

        @Setting(
                value = "Where the agent's private key is: keystore:NAME or env:NAME. Not the account's own keyRef.",
                pattern = "(keystore:[a-z0-9_-]{1,32}|env:[A-Za-z_][A-Za-z0-9_]*)",
                form = "keystore:NAME or env:NAME")
        String keyRef) {}
