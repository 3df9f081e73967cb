package io.ordersync.benchmarks.load;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reports phases and results on standard output to the process that started this one. */
final class PhaseReporter {

    private static final Set<String> BEGUN = ConcurrentHashMap.newKeySet();
    private static final PrintStream OUT = System.out;

    private PhaseReporter() {}

    /** Every client calls this. Only the first call of a phase is reported. */
    static void reportBegin(String phase) {
        if (BEGUN.add(phase)) {
            OUT.println("PHASE " + phase);
        }
    }

    static void reportEnd() {
        OUT.println("END");
    }

    static void reportResult(String phase, long accepted, long failed, int p50, int p99) {
        OUT.printf("RESULT %s %d %d %d %d%n", phase, accepted, failed, p50, p99);
    }
}
