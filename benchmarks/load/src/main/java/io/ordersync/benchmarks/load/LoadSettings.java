package io.ordersync.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The settings of the load, from the system properties of this process. */
final class LoadSettings {

    private LoadSettings() {}

    /** The phases in their order. Rounds are interleaved: a-0 b-0 a-1 b-1. */
    static List<Phase> phases() {
        List<Phase> phases = new ArrayList<>();
        for (int round = 0; round < Integer.getInteger("load.rounds"); round++) {
            for (String target : System.getProperty("load.targets").split(",")) {
                String[] named = target.split("=", 2);
                phases.add(new Phase(named[0] + "-" + round, named[1], round < Integer.getInteger("load.warm-ups")));
            }
        }
        return phases;
    }

    static Duration phaseLength() {
        return Duration.ofSeconds(Integer.getInteger("load.seconds"));
    }

    /** The pause between two phases at a constant rate. It keeps late answers of one server out of the next phase. */
    static Duration pause() {
        return phaseLength().dividedBy(3);
    }

    /** The number of requests after which a server counts as warm. */
    static int warmUpOrders() {
        return Integer.getInteger("load.warm-up-orders");
    }

    /** The longest warm-up of a slow server. */
    static Duration longestWarmUp() {
        return phaseLength().multipliedBy(6);
    }

    /** The time after which the load ends in any case. It is longer than all phases. */
    static Duration maxDuration() {
        long warmUps = phases().stream().filter(Phase::warmUp).count();
        return phaseLength()
                .plus(pause())
                .multipliedBy(phases().size())
                .plus(longestWarmUp().multipliedBy(warmUps))
                .plusMinutes(2);
    }

    /** From an environment variable: other users of the machine can read the arguments of this process. */
    static String token() {
        return System.getenv("LOAD_TOKEN");
    }

    static int connections() {
        return Integer.getInteger("load.connections");
    }

    /** Requests per second. */
    static double rate() {
        return Double.parseDouble(System.getProperty("load.rate"));
    }

    /**
     * A time in which one server is loaded.
     *
     * @param url the address of order-service
     * @param warmUp whether the phase only warms the server up
     */
    record Phase(String name, String url, boolean warmUp) {}
}
