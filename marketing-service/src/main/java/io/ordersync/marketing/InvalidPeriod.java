package io.ordersync.marketing;

/** These are not days that can be summed up. */
public class InvalidPeriod extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private InvalidPeriod(String message) {
        super(message);
    }

    static InvalidPeriod outside(int firstYear, int lastYear) {
        return new InvalidPeriod("must be in the years %d to %d".formatted(firstYear, lastYear));
    }

    static InvalidPeriod backwards() {
        return new InvalidPeriod("must not be in the wrong order");
    }

    static InvalidPeriod longerThan(int days) {
        return new InvalidPeriod("must not be more than %d days".formatted(days));
    }
}
