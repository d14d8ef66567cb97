package dev.sparkstacker.wire;

/** Which Hyperliquid a signature is for. Always explicit: it is never derived from a URL, which a proxy or a test would change. */
public enum Network {
    /** Real money. */
    MAINNET("a", "Mainnet"),
    /** The public test network, and by convention nothing else. */
    TESTNET("b", "Testnet");

    private final String source;
    private final String chainName;

    Network(String source, String chainName) {
        this.source = source;
        this.chainName = chainName;
    }

    /** The phantom agent's {@code source}. */
    public String source() {
        return source;
    }

    /** The value of {@code hyperliquidChain} in user-signed actions. */
    public String chainName() {
        return chainName;
    }
}
