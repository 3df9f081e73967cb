package io.ordersync.benchmarks.accept;

/**
 * The result of one server in one round.
 *
 * @param accepted requests answered with 201
 * @param failed requests answered otherwise, or not at all
 * @param p50 milliseconds from request to 201
 * @param p99 milliseconds from request to 201
 * @param serverMicros CPU time of the server per accepted request
 * @param generatorMicros CPU time of the load generator per accepted request
 */
record PhaseResult(long accepted, long failed, double p50, double p99, double serverMicros, double generatorMicros) {

    double refusedPercent() {
        return 100.0 * failed / (accepted + failed);
    }
}
