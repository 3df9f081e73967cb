package io.ordersync.connect.sink.position;

/**
 * Where the consumer is in a partition.
 *
 * @param offset the next record to write
 * @param isConsumed whether everything before it needs no write any more: the position may be moved there
 */
public record Start(long offset, boolean isConsumed) {}
