package dev.sparkstacker.backtest.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over what every trade was: leg, times, prices, size, money, why it ended. Equal hashes are equal runs. */
public final class TradeHash {
    private TradeHash() {}

    /** In hexadecimal. */
    public static String of(List<ClosedTrade> trades) {
        MessageDigest digest = sha256();
        for (ClosedTrade trade : trades) {
            digest.update(line(trade).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String line(ClosedTrade trade) {
        return String.join(
                "|",
                trade.leg().toString(),
                trade.account().toString(),
                trade.side().name(),
                trade.size().toString(),
                trade.entryPrice().toString(),
                trade.exitPrice().toString(),
                Long.toString(trade.openedAtMs()),
                Long.toString(trade.closedAtMs()),
                trade.exit().name(),
                trade.grossPnl().toString(),
                trade.fees().toString(),
                trade.funding().toString(),
                trade.netPnl().toString(),
                "\n");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
