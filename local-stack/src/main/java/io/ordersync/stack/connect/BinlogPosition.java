package io.ordersync.stack.connect;

/** A place in the binary log of a MariaDB server. */
public record BinlogPosition(String file, long offset) {}
