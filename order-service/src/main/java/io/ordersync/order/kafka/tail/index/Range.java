package io.ordersync.order.kafka.tail.index;

/** Offsets of a partition that are to be read: from the first to before the last. */
public record Range(long from, long to) {}
