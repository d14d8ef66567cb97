package dev.sparkstacker.wire.exchange;

import tools.jackson.databind.JsonNode;

/** What the signers of a multi-sig account agreed on. */
public record MultiSigPayload(String multiSigUser, String outerSigner, JsonNode action) {}
