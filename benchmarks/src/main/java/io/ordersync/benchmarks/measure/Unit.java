package io.ordersync.benchmarks.measure;

/** The unit of a figure. */
public enum Unit {
    ORDERS_PER_SECOND("orders/s", 0),
    ROWS_PER_SECOND("rows/s", 0),
    MILLISECONDS("ms", 1),
    PERCENT("%", 1),
    CPU_MICROSECONDS("µs CPU", 0),
    MEGABYTES("MB", 0);

    private final String symbol;
    private final int decimals;

    Unit(String symbol, int decimals) {
        this.symbol = symbol;
        this.decimals = decimals;
    }

    public String symbol() {
        return symbol;
    }

    /** The number of decimals that the table shows. */
    public int decimals() {
        return decimals;
    }
}
