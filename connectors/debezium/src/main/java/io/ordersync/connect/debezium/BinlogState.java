package io.ordersync.connect.debezium;

/**
 * The state of a source that reads the binary log.
 *
 * @param connected whether it has a connection; false until the snapshot has ended
 * @param millisSinceLastEvent the time since the server's last change or heartbeat; 0 before the first
 */
record BinlogState(boolean connected, long millisSinceLastEvent) {}
