package io.ordersync.marketing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Some days in UTC, the first and the last included: few enough for one query to add up. */
public record Period(LocalDate from, LocalDate to) {

    public static final int LONGEST = 31;

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9998;

    /** @throws InvalidPeriod if it ends before it begins, is too long, or lies outside the years 1 to 9998 */
    public Period {
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw InvalidPeriod.outside(FIRST_YEAR, LAST_YEAR);
        }
        if (to.isBefore(from)) {
            throw InvalidPeriod.backwards();
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw InvalidPeriod.longerThan(LONGEST);
        }
    }

    /** The week that ends with a day. */
    public static LocalDate weekUntil(LocalDate last) {
        return last.minusDays(6);
    }
}
