package dev.sparkstacker.domain.config;

/**
 * A part of the week in which entries are allowed, in UTC. One that ends at or before the minute it begins lasts over
 * midnight and belongs to the day it begins on.
 *
 * @param firstDay first day of the week, 1 is Monday and 7 is Sunday
 * @param lastDay last day of the week, not before the first
 * @param fromMinute first minute of the day, 0 to 1,439
 * @param toMinute the minute of the day that it ends before, 1 to 1,440
 */
public record TradingWindow(int firstDay, int lastDay, int fromMinute, int toMinute) {
    private static final long MS_PER_MINUTE = 60_000L;
    private static final int MINUTES_PER_DAY = 1_440;
    private static final int DAYS_PER_WEEK = 7;

    /** 1 January 1970 was a Thursday. */
    private static final int EPOCH_WEEKDAY = 4;

    /** Whether an instant lies within. */
    public boolean contains(long timeMs) {
        long minute = Math.floorDiv(timeMs, MS_PER_MINUTE);
        int minuteOfDay = (int) Math.floorMod(minute, (long) MINUTES_PER_DAY);
        int day = weekday(Math.floorDiv(minute, (long) MINUTES_PER_DAY));
        if (fromMinute < toMinute) {
            return onDay(day) && minuteOfDay >= fromMinute && minuteOfDay < toMinute;
        }
        int yesterday = day == 1 ? DAYS_PER_WEEK : day - 1;
        return (onDay(day) && minuteOfDay >= fromMinute) || (onDay(yesterday) && minuteOfDay < toMinute);
    }

    private boolean onDay(int day) {
        return day >= firstDay && day <= lastDay;
    }

    private static int weekday(long epochDay) {
        return (int) Math.floorMod(epochDay + EPOCH_WEEKDAY - 1, (long) DAYS_PER_WEEK) + 1;
    }

    /** {@code Mon-Fri 08:00-16:30}. */
    @Override
    public String toString() {
        String days = dayName(firstDay) + (firstDay == lastDay ? "" : "-" + dayName(lastDay));
        return days + " " + clock(fromMinute) + "-" + clock(toMinute);
    }

    private static String dayName(int day) {
        return switch (day) {
            case 1 -> "Mon";
            case 2 -> "Tue";
            case 3 -> "Wed";
            case 4 -> "Thu";
            case 5 -> "Fri";
            case 6 -> "Sat";
            default -> "Sun";
        };
    }

    private static String clock(int minuteOfDay) {
        return twoDigits(minuteOfDay / 60) + ":" + twoDigits(minuteOfDay % 60);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
