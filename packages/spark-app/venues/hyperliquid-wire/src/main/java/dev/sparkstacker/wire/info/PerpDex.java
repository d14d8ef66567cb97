package dev.sparkstacker.wire.info;

/**
 * A builder-deployed perp dex; further fields are read from the raw answer where needed.
 */
public record PerpDex(String name, String fullName, String deployer) {}
