package io.ordersync.marketing;

/** The days of a period are reversed, too many or out of range. */
public class InvalidPeriod extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private InvalidPeriod(String message) {
        super(message);
    }

    static InvalidPeriod outside(int firstYear, int lastYear) {
        return new InvalidPeriod("must be in the years %d to %d".formatted(firstYear, lastYear));
    }

    static InvalidPeriod reversed() {
        return new InvalidPeriod("must be in ascending order");
    }

    static InvalidPeriod longerThan(int days) {
        return new InvalidPeriod("must not be more than %d days".formatted(days));
    }
}
