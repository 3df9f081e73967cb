package io.ordersync.benchmarks.source;

/** Something that reads {@link SourceTable} into a topic. */
interface RowSource {

    String name();

    /** Creates the topic that the source writes to. */
    RowTopic createTopic() throws Exception;

    /**
     * Starts to read.
     *
     * @param pauseMillis between two reads of the table
     * @return ends the reading
     */
    AutoCloseable start(RowTopic topic, int pauseMillis) throws Exception;
}
