package io.ordersync.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.ordersync.benchmarks.load.Settings.Phase;

/** As much as the server takes: every connection is kept open and sends its next request when it has its answer. */
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
        return exec(session -> {
                    PhaseLog.begun(phase.name());
                    return session;
                })
                .during(Settings.phaseLength(), "request", false)
                .on(PlaceOrder.in(phase));
    }
}
