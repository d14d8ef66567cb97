package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarginMode;
import org.jspecify.annotations.Nullable;

/** One account at the venue. In paper mode the name is enough. */
public record AccountSettings(
        @Setting("The product's name for it: a-z, 0-9, - and _.")
        AccountId name,

        @Setting(
                value = "Its address at the venue; needed for live trading.",
                pattern = "0x[0-9a-fA-F]{40}",
                form = "0x and 40 hexadecimal digits")
        @Nullable
        String address,

        @Setting(
                value = "Where its agent's private key is: keystore:NAME or env:NAME. Never the key itself.",
                pattern = "(keystore:[a-z0-9_-]{1,32}|env:[A-Za-z_][A-Za-z0-9_]*)",
                form = "keystore:NAME or env:NAME")
        @Nullable
        String keyRef,

        @Setting(
                value = "The sub-account or vault it trades for, signed by keyRef's agent.",
                pattern = "0x[0-9a-fA-F]{40}",
                form = "0x and 40 hexadecimal digits")
        @Nullable
        String vaultAddress,

        @Setting(value = "How its positions' margin is held: isolated or cross.", byDefault = "isolated")
        MarginMode marginMode,

        @Setting(
                value = "Whether the venue is told to cancel every order of the account when the process falls silent."
                        + " It cancels stops and targets too, so it is refused where only these rest.",
                byDefault = "false")
        boolean deadMansSwitch) {}
