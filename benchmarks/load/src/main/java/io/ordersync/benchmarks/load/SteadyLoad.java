package io.ordersync.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.ordersync.benchmarks.load.Settings.Phase;
import java.util.List;
import java.util.stream.IntStream;

/** A constant rate that does not wait for answers, over connections that are kept open and shared. */
public final class SteadyLoad extends Simulation {

    /** For Gatling. */
    public SteadyLoad() {
        List<Phase> phases = Settings.phases();
        setUp(IntStream.range(0, phases.size())
                        .mapToObj(number -> phase(phases.get(number), number))
                        .toList())
                .protocols(PlaceOrder.PROTOCOL.shareConnections())
                .maxDuration(Settings.atMost());
    }

    private static PopulationBuilder phase(Phase phase, int number) {
        return scenario(phase.name())
                .exec(session -> {
                    PhaseLog.begun(phase.name());
                    return session;
                })
                .exec(PlaceOrder.in(phase))
                .injectOpen(
                        nothingFor(Settings.phaseLength().plus(Settings.pause()).multipliedBy(number)),
                        constantUsersPerSec(Settings.rate()).during(Settings.phaseLength()));
    }
}
