package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Key;

/**
 * The contract that mirrors a token on HyperEVM.
 */
public record EvmContract(
        String address, @Key("evm_extra_wei_decimals") int evmExtraWeiDecimals) {}
