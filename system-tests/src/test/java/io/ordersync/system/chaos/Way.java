package io.ordersync.system.chaos;

/** The network between one server and all its clients. */
record Way(String name, TcpProxy proxy) {}
