package io.ordersync.benchmarks.accept;

import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.servers.OrderServiceVariant;
import io.ordersync.benchmarks.servers.process.ProcessMeter;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Reads the output of the load generator: measures CPU times when a phase begins, and takes the results at the end. */
final class PhaseResults {

    private final List<LoadTarget> targets;
    private final BenchmarkRun run;
    private final ProcessMeter generator;
    private final Map<OrderServiceVariant, Duration> serversBefore = new EnumMap<>(OrderServiceVariant.class);
    private final Map<String, CpuTimes> cpuTimes = new HashMap<>();
    private final Map<String, PhaseResult> results = new HashMap<>();
    private String current = "";
    private Duration generatorBefore = Duration.ZERO;

    PhaseResults(List<LoadTarget> targets, ProcessMeter generator, BenchmarkRun run) {
        this.targets = targets;
        this.generator = generator;
        this.run = run;
        targets.forEach(target ->
                serversBefore.put(target.variant(), target.server().meter().cpuTime()));
    }

    /** Returns whether the line is part of the protocol of {@code LoadCommand}. */
    boolean accept(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "PHASE" -> begin(words[1]);
            case "END" -> end();
            case "RESULT" -> result(words);
            default -> {
                return false;
            }
        }
        return true;
    }

    Series series(OrderServiceVariant variant, ToDoubleFunction<PhaseResult> figure) {
        return new Series(
                IntStream.range(run.workload().warmUpRounds(), run.workload().warmUpRounds() + run.rounds())
                        .mapToObj(round -> results.get(variant.label() + "-" + round))
                        .map(figure::applyAsDouble)
                        .toList());
    }

    /** Adds up a figure of one variant over all rounds, warm-up rounds included. */
    long sum(OrderServiceVariant variant, ToLongFunction<PhaseResult> figure) {
        return results.entrySet().stream()
                .filter(phase -> phase.getKey().startsWith(variant.label() + "-"))
                .mapToLong(phase -> figure.applyAsLong(phase.getValue()))
                .sum();
    }

    private void begin(String phase) {
        end();
        current = phase;
        generatorBefore = generator.cpuTime();
        run.progress().begin("accept, load on " + phase);
    }

    /** Measures the generator first: it may end while the server is measured. */
    private void end() {
        if (!current.isEmpty()) {
            Duration generatorTime = generator.cpuTime().minus(generatorBefore);
            cpuTimes.put(current, new CpuTimes(serverTime(), generatorTime));
            run.progress().end("");
        }
        current = "";
    }

    /**
     * Returns the CPU time of the server since its previous phase. The server was idle in between. A measurement at the
     * beginning of its load would take a part of that load.
     */
    private Duration serverTime() {
        LoadTarget target = targets.stream()
                .filter(each -> current.startsWith(each.variant().label() + "-"))
                .findFirst()
                .orElseThrow();
        Duration now = target.server().meter().cpuTime();
        return now.minus(serversBefore.put(target.variant(), now));
    }

    private void result(String[] words) {
        String phase = words[1];
        long accepted = Long.parseLong(words[2]);
        long failed = Long.parseLong(words[3]);
        if (accepted == 0) {
            throw new IllegalStateException("%s: no request was accepted, and %d failed".formatted(phase, failed));
        }
        if (failed > 0) {
            run.progress().report("accept, %s: %d requests were refused or not answered".formatted(phase, failed));
        }
        CpuTimes cpu = cpuTimes.get(phase);
        results.put(
                phase,
                new PhaseResult(
                        accepted,
                        failed,
                        Double.parseDouble(words[4]),
                        Double.parseDouble(words[5]),
                        cpu.server().toNanos() / 1e3 / accepted,
                        cpu.generator().toNanos() / 1e3 / accepted));
    }

    private record CpuTimes(Duration server, Duration generator) {}
}
