package dev.sparkstacker.wire.info;

/**
 * A sub-account with its states.
 */
public record SubAccount(
        String name,
        String subAccountUser,
        String master,
        ClearinghouseState clearinghouseState,
        SpotClearinghouseState spotState) {}
