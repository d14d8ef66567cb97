package dev.sparkstacker.backtest.data;

import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.domain.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Recorded funding rates, {@code timestamp_ms,funding_rate}: each row is the fraction paid at that time for the period
 * that ended then. Periods of several hours are paid hour by hour in equal parts, because this venue settles hourly.
 *
 * <pre>
 *  row 08:00 0.0001, row 16:00 0.0003   ─►   09:00 … 16:00 each 0.0003 / 8
 * </pre>
 */
public final class FundingCsv {
    private static final String HEADER = "timestamp_ms,funding_rate";
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_HOURS = 24;
    private static final int RATE_DECIMALS = 12;

    private final DataFile file;
    private final long firstHourMs;
    private final long[] hourlyE12;

    private FundingCsv(DataFile file, long firstHourMs, long[] hourlyE12) {
        this.file = file;
        this.firstHourMs = firstHourMs;
        this.hourlyE12 = hourlyE12;
    }

    /** Reads a file. @throws DataException naming file, line and column of whatever is wrong */
    public static FundingCsv read(Path path) {
        try (CsvReader csv = CsvReader.open(path)) {
            if (!csv.nextRow() || !csv.row().strip().equals(HEADER)) {
                throw new DataException(path, 1, "expected the header " + HEADER);
            }
            List<Long> hours = new ArrayList<>();
            List<Long> rates = new ArrayList<>();
            while (csv.nextRow()) {
                readRow(csv, hours, rates);
            }
            if (hours.size() < 2) {
                throw new DataException(path, 2, "at least two rows are needed to know how long a period is");
            }
            return spread(path, csv.sha256(), hours, rates);
        }
    }

    private static void readRow(CsvReader csv, List<Long> hours, List<Long> rates) {
        if (csv.fields() != 2) {
            throw csv.wrongRow("expected 2 fields, found " + csv.fields() + ": " + csv.row());
        }
        long time = TimeField.absolute().read(csv, 0);
        long hour = Math.floorDiv(time + HOUR_MS / 2, HOUR_MS);
        if (!hours.isEmpty() && hour <= hours.getLast()) {
            throw csv.wrong(0, "not later than the row before: " + csv.text(0));
        }
        try {
            rates.add(new BigDecimal(csv.text(1))
                    .setScale(RATE_DECIMALS, RoundingMode.HALF_EVEN)
                    .unscaledValue()
                    .longValueExact());
        } catch (NumberFormatException noNumber) {
            throw csv.wrong(1, "'" + csv.text(1) + "' is no number");
        } catch (ArithmeticException tooLarge) {
            throw csv.wrong(1, "'" + csv.text(1) + "' is too large for a rate");
        }
        hours.add(hour);
    }

    private static FundingCsv spread(Path path, String sha256, List<Long> hours, List<Long> rates) {
        long[] hourly = new long[(int) (hours.getLast() - hours.getFirst())];
        for (int i = 1; i < hours.size(); i++) {
            long length = hours.get(i) - hours.get(i - 1);
            if (length > DAY_HOURS) {
                throw new DataException(
                        path, i + 2L, "funding of " + length + " hours is missing before this row; no rate is made up");
            }
            int from = (int) (hours.get(i - 1) - hours.getFirst());
            Arrays.fill(hourly, from, from + (int) length, rates.get(i) / length);
        }
        DataFile file = new DataFile(
                Objects.toString(path.getFileName(), ""),
                "funding rates",
                sha256,
                hours.size(),
                hours.getFirst() * HOUR_MS,
                hours.getLast() * HOUR_MS,
                0);
        return new FundingCsv(file, (hours.getFirst() + 1) * HOUR_MS, hourly);
    }

    /** The file it was read from. */
    public DataFile file() {
        return file;
    }

    /** Whether it knows the rate of every settlement in a period. */
    public boolean covers(long fromMs, long toMs) {
        return fromMs >= file.firstMs() && toMs <= file.lastMs();
    }

    /** The rate settled at the end of the hour that holds an instant. @throws IllegalArgumentException if it is not known */
    public Rate during(long timeMs) {
        long index = Math.floorDiv(timeMs, HOUR_MS) + 1 - firstHourMs / HOUR_MS;
        if (index < 0 || index >= hourlyE12.length) {
            throw new IllegalArgumentException("No funding rate is known for " + timeMs);
        }
        return new Rate(hourlyE12[(int) index]);
    }
}
