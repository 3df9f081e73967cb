package io.ordersync.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the load is to be, as system properties of this process. */
final class Settings {

    private Settings() {}

    /** One phase after another; the rounds are interleaved: a-0 b-0 a-1 b-1. */
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

    /** Between two phases at a constant rate, so that what one server has not answered is not measured with the next. */
    static Duration pause() {
        return phaseLength().dividedBy(3);
    }

    /** Requests that a server answers at its peak before it counts as compiled. */
    static int warmUpOrders() {
        return Integer.getInteger("load.warm-up-orders");
    }

    /** However slow it is. */
    static Duration longestWarmUp() {
        return phaseLength().multipliedBy(6);
    }

    /** More than all phases take: no load goes on for ever, whatever happens to a server. */
    static Duration atMost() {
        long warmUps = phases().stream().filter(Phase::warmUp).count();
        return phaseLength()
                .plus(pause())
                .multipliedBy(phases().size())
                .plus(longestWarmUp().multipliedBy(warmUps))
                .plusMinutes(2);
    }

    static int connections() {
        return Integer.getInteger("load.connections");
    }

    /** Requests per second. */
    static double rate() {
        return Double.parseDouble(System.getProperty("load.rate"));
    }

    /**
     * One server under load for a while.
     *
     * @param url of order-service
     * @param warmUp whether it does not count
     */
    record Phase(String name, String url, boolean warmUp) {}
}
