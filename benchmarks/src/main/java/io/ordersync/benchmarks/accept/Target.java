package io.ordersync.benchmarks.accept;

import io.ordersync.benchmarks.servers.OrderServer;

/** One of the servers that are loaded in turn. */
record Target(Variant variant, OrderServer server) {}
