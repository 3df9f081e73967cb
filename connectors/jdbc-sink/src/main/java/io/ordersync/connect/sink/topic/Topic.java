package io.ordersync.connect.sink.topic;

/**
 * A topic as the brokers know it.
 *
 * @param id tells it from an earlier topic of its name
 */
public record Topic(String id, int partitions) {}
