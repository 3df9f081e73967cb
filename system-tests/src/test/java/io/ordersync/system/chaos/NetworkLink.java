package io.ordersync.system.chaos;

/** The network link between one server and all its clients. */
record NetworkLink(String name, TcpProxy proxy) {}
