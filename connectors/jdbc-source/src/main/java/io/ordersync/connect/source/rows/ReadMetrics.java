package io.ordersync.connect.source.rows;

/** What the readers of a task report. */
public interface ReadMetrics {

    /** @param ids how many ids of the table are missing and asked for */
    void gapsOpen(String table, long ids);

    void gapsGivenUp(long ids);

    /** @param millis how old a row must be at least to be read */
    void windowLag(String table, long millis);
}
