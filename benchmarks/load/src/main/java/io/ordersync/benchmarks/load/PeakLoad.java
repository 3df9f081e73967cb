package io.ordersync.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.ordersync.benchmarks.load.Settings.Phase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * As much as the server takes: every connection is kept open and sends its next request when it has its answer. What does
 * not count goes by the number of orders, since a server is compiled by what it does.
 */
public final class PeakLoad extends Simulation {

    /** For Gatling. */
    public PeakLoad() {
        ChainBuilder phases =
                exec(Settings.phases().stream().map(PeakLoad::phase).toList());
        setUp(scenario("peak").exec(phases).injectOpen(atOnceUsers(Settings.connections())))
                .protocols(PlaceOrder.PROTOCOL)
                .maxDuration(Settings.atMost());
    }

    private static ChainBuilder phase(Phase phase) {
        ChainBuilder begin = exec(session -> {
            PhaseLog.begun(phase.name());
            return session;
        });
        ChainBuilder order = PlaceOrder.in(phase);
        return phase.warmUp()
                ? begin.asLongAsDuring(fewerThan(Settings.warmUpOrders()), Settings.longestWarmUp(), "request", false)
                        .on(order)
                : begin.during(Settings.phaseLength(), "request", false).on(order);
    }

    /** Of all clients together. */
    private static Function<Session, Boolean> fewerThan(int orders) {
        AtomicInteger sent = new AtomicInteger();
        return session -> sent.getAndIncrement() < orders;
    }
}
