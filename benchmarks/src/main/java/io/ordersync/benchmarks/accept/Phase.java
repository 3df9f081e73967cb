package io.ordersync.benchmarks.accept;

/**
 * What one server did in one round.
 *
 * @param accepted requests answered with 201
 * @param failed requests answered otherwise, or not at all
 * @param p50 milliseconds from request to answer
 * @param p99 milliseconds from request to answer
 * @param serverMicros CPU time of the server for each of them
 * @param generatorMicros CPU time of the load generator for each of them
 */
record Phase(long accepted, long failed, double p50, double p99, double serverMicros, double generatorMicros) {}
