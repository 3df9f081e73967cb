package io.ordersync.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.ordersync.benchmarks.load.LoadSettings.Phase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Sends as many requests as the server answers: each connection stays open and sends its next request after an answer. A
 * warm-up phase ends after a number of orders instead of a time, since the JVM compiles code by how often it runs.
 */
public final class PeakLoad extends Simulation {

    /** Gatling calls this constructor. */
    public PeakLoad() {
        ChainBuilder phases =
                exec(LoadSettings.phases().stream().map(PeakLoad::phase).toList());
        setUp(scenario("peak").exec(phases).injectOpen(atOnceUsers(LoadSettings.connections())))
                .protocols(PlaceOrder.PROTOCOL)
                .maxDuration(LoadSettings.maxDuration());
    }

    private static ChainBuilder phase(Phase phase) {
        ChainBuilder begin = exec(session -> {
            PhaseReporter.reportBegin(phase.name());
            return session;
        });
        ChainBuilder order = PlaceOrder.in(phase);
        return phase.warmUp()
                ? begin.asLongAsDuring(
                                fewerThan(LoadSettings.warmUpOrders()), LoadSettings.longestWarmUp(), "request", false)
                        .on(order)
                : begin.during(LoadSettings.phaseLength(), "request", false).on(order);
    }

    /** Counts the orders of all clients. */
    private static Function<Session, Boolean> fewerThan(int orders) {
        AtomicInteger sent = new AtomicInteger();
        return session -> sent.getAndIncrement() < orders;
    }
}
