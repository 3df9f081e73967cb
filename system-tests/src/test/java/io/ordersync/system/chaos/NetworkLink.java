package io.ordersync.system.chaos;

/** The network between one server and all its clients. */
record NetworkLink(String name, TcpProxy proxy) {}
