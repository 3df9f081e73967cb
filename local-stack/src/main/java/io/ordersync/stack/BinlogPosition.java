package io.ordersync.stack;

/** A place in the binary log of a MariaDB server. */
record BinlogPosition(String file, long offset) {}
