package io.ordersync.service.broker;

/** A topic was deleted and made again: readers have to begin at its start. */
public record TopicReplaced(String topic) {}
