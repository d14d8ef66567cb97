package dev.sparkstacker.backtest.library;

import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.data.MarketDataReader;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Reads the library's files for a run. */
public final class BarFileReader implements MarketDataReader {
    @Override
    public boolean accepts(Path file) {
        return BarFile.isOne(file);
    }

    @Override
    public MarketData read(Path file) {
        BarFile read = BarFile.read(file);
        BarColumns bars = read.bars();
        if (bars.size() < 2) {
            throw new DataException(file, "holds " + bars.size() + " bars; at least two are needed");
        }
        DataFile source = new DataFile(
                Objects.toString(file.getFileName(), ""),
                read.interval().code() + " bars",
                sha256(file),
                bars.size(),
                bars.openTimeMs(0),
                bars.openTimeMs(bars.size() - 1),
                BarCheck.of(bars, read.interval()).gaps().size());
        return new MarketData.Bars(source, read.interval(), bars, 1);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException refused) {
            throw new DataException(file, "cannot be read: " + refused.getMessage());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
