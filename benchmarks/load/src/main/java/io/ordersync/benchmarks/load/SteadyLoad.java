package io.ordersync.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.ordersync.benchmarks.load.LoadSettings.Phase;
import java.util.List;
import java.util.stream.IntStream;

/** Sends requests at a constant rate, without waiting for answers, over shared connections that stay open. */
public final class SteadyLoad extends Simulation {

    /** Gatling calls this constructor. */
    public SteadyLoad() {
        List<Phase> phases = LoadSettings.phases();
        setUp(IntStream.range(0, phases.size())
                        .mapToObj(number -> phase(phases.get(number), number))
                        .toList())
                .protocols(PlaceOrder.PROTOCOL.shareConnections())
                .maxDuration(LoadSettings.maxDuration());
    }

    private static PopulationBuilder phase(Phase phase, int number) {
        return scenario(phase.name())
                .exec(session -> {
                    PhaseReporter.reportBegin(phase.name());
                    return session;
                })
                .exec(PlaceOrder.in(phase))
                .injectOpen(
                        nothingFor(LoadSettings.phaseLength()
                                .plus(LoadSettings.pause())
                                .multipliedBy(number)),
                        constantUsersPerSec(LoadSettings.rate()).during(LoadSettings.phaseLength()));
    }
}
