package dev.sparkstacker.app.config.model;

/** Signals that charting services send to {@code POST /webhook/signal} on the health port. */
public record WebhookSettings(
        @Setting(
                value =
                        "Where the secret is that senders must know: env:NAME or keystore:NAME. Never the secret itself.",
                pattern = "keystore:[a-z0-9_-]{1,32}|env:[A-Za-z_][A-Za-z0-9_]*",
                form = "keystore:NAME or env:NAME")
        String secretRef,

        @Setting(value = "Most signals that are taken a minute.", byDefault = "60", min = "1", max = "600")
        int perMinute) {}
