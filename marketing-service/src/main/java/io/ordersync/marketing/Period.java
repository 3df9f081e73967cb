package io.ordersync.marketing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Consecutive days in UTC, including the first and the last. Their number is limited, because one query adds them up. */
public record Period(LocalDate from, LocalDate to) {

    public static final int LONGEST = 31;

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9998;

    /** @throws InvalidPeriod if the last day is before the first, if it is too long, or outside the years 1 to 9998 */
    public Period {
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw InvalidPeriod.outside(FIRST_YEAR, LAST_YEAR);
        }
        if (to.isBefore(from)) {
            throw InvalidPeriod.reversed();
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw InvalidPeriod.longerThan(LONGEST);
        }
    }

    /** Returns the first day of the week that ends with a day. */
    public static LocalDate firstDayOfWeekUntil(LocalDate last) {
        return last.minusDays(6);
    }
}
