package io.ordersync.connect.source;

/**
 * How a source reads the binary log.
 *
 * @param connected whether it has its connection; not before the snapshot is over
 * @param millisSinceLastEvent of a change or a heartbeat of the server, 0 before the first one
 */
record BinlogState(boolean connected, long millisSinceLastEvent) {}
