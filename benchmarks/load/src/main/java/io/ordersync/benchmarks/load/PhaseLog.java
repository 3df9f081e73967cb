package io.ordersync.benchmarks.load;

import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whoever started this process, on its standard output, which phase has begun and what was measured. */
final class PhaseLog {

    private static final Set<String> BEGUN = ConcurrentHashMap.newKeySet();
    private static final PrintStream OUT = System.out;

    private PhaseLog() {}

    /** Every user says so; the first one counts. */
    static void begun(String phase) {
        if (BEGUN.add(phase)) {
            OUT.println("PHASE " + phase);
        }
    }

    static void ended() {
        OUT.println("END");
    }

    static void result(String phase, long accepted, long failed, int p50, int p99) {
        OUT.printf("RESULT %s %d %d %d %d%n", phase, accepted, failed, p50, p99);
    }
}
