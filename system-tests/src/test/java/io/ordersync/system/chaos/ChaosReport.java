package io.ordersync.system.chaos;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/** The faults with their recoveries, the answers to clients, and the promises with their violations, as three tables. */
record ChaosReport(
        long seed,
        Duration clockShift,
        List<FaultSequence.Episode> episodes,
        SortedMap<String, Integer> answers,
        List<OrderAudit.Claim> claims) {

    String text() {
        StringBuilder text = new StringBuilder(
                "Seed %d%nClock of order-service-2: %+d s%n%n".formatted(seed, clockShift.toSeconds()));
        text.append("| fault | lasted, s | recovered after, s | view behind, s |%n| --- | ---: | ---: | ---: |%n"
                .formatted());
        episodes.forEach(episode -> text.append("| %s | %s | %s | %s |%n"
                .formatted(
                        episode.faults().stream().map(InjectedFault::toString).collect(joining(" + ")),
                        seconds(episode.lasted()),
                        seconds(episode.recovery()),
                        seconds(episode.viewBehind()))));
        text.append("%n| answer to clients | number |%n| --- | ---: |%n".formatted());
        answers.forEach((answer, number) -> text.append("| %s | %,d |%n".formatted(answer, number)));
        text.append("%n| promise | checked | violated |%n| --- | ---: | ---: |%n".formatted());
        claims.forEach(claim -> text.append("| %s | %,d | %,d |%n"
                .formatted(claim.text(), claim.subjects(), claim.violations().size())));
        return text.toString();
    }

    private static String seconds(Duration time) {
        return "%.1f".formatted(time.toMillis() / 1000.0);
    }
}
