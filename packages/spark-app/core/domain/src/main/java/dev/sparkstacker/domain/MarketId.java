package dev.sparkstacker.domain;

/**
 * A perpetual market, named by the venue's coin. {@code ETH}, {@code ETH-USD} and {@code ETH-USDC} name one market.
 *
 * @param coin the venue's case-sensitive coin name, such as {@code ETH} or {@code kPEPE}
 */
public record MarketId(String coin) implements Comparable<MarketId> {
    public MarketId {
        if (coin.isEmpty() || coin.length() > 32) {
            throw new IllegalArgumentException("Not a market: '" + coin + "'");
        }
    }

    /** Reads any of the accepted spellings. @throws IllegalArgumentException for an empty name */
    public static MarketId parse(String text) {
        String coin = text.strip();
        for (String quote : new String[] {"-USDC", "-USD"}) {
            if (coin.endsWith(quote)) {
                coin = coin.substring(0, coin.length() - quote.length());
                break;
            }
        }
        return new MarketId(coin);
    }

    /** The product's spelling, {@code ETH-USD}. */
    public String symbol() {
        return coin + "-USD";
    }

    @Override
    public int compareTo(MarketId other) {
        return coin.compareTo(other.coin);
    }

    @Override
    public String toString() {
        return symbol();
    }
}
