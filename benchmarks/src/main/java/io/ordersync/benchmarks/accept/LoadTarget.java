package io.ordersync.benchmarks.accept;

import io.ordersync.benchmarks.servers.OrderServer;
import io.ordersync.benchmarks.servers.OrderServiceVariant;

/** One of the servers that are loaded in turn. */
record LoadTarget(OrderServiceVariant variant, OrderServer server) {}
