package io.ordersync.benchmarks.accept;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.ProcessMeter;
import io.ordersync.benchmarks.measure.Series;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Listens to the load generator: takes CPU times when a phase begins, and the results at the end. */
final class Phases {

    private final List<Target> targets;
    private final Run run;
    private final ProcessMeter generator;
    private final Map<String, CpuTimes> used = new HashMap<>();
    private final Map<String, Phase> done = new HashMap<>();
    private String current = "";

    Phases(List<Target> targets, ProcessMeter generator, Run run) {
        this.targets = targets;
        this.generator = generator;
        this.run = run;
    }

    /** Whether the line was meant for us. */
    boolean take(String line) {
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

    Series series(Variant variant, ToDoubleFunction<Phase> figure) {
        return new Series(IntStream.range(run.scale().warmUps(), run.scale().warmUps() + run.count())
                .mapToObj(round -> done.get(variant.label() + "-" + round))
                .map(figure::applyAsDouble)
                .toList());
    }

    /** Of one variant over all rounds, those that do not count included. */
    long sum(Variant variant, ToLongFunction<Phase> figure) {
        return done.entrySet().stream()
                .filter(phase -> phase.getKey().startsWith(variant.label() + "-"))
                .mapToLong(phase -> figure.applyAsLong(phase.getValue()))
                .sum();
    }

    private void begin(String phase) {
        end();
        current = phase;
        used.put(phase, now());
        run.progress().begin("accept, load on " + phase);
    }

    private void end() {
        if (!current.isEmpty()) {
            used.put(current, now().minus(used.get(current)));
            run.progress().end("");
        }
        current = "";
    }

    private void result(String[] words) {
        String phase = words[1];
        long accepted = Long.parseLong(words[2]);
        long failed = Long.parseLong(words[3]);
        if (accepted == 0) {
            throw new IllegalStateException("%s: none accepted, %d failed".formatted(phase, failed));
        }
        if (failed > 0) {
            run.progress().say("accept, %s: %d were refused or not answered".formatted(phase, failed));
        }
        CpuTimes cpu = used.get(phase);
        done.put(
                phase,
                new Phase(
                        accepted,
                        failed,
                        Double.parseDouble(words[4]),
                        Double.parseDouble(words[5]),
                        cpu.server().toNanos() / 1e3 / accepted,
                        cpu.generator().toNanos() / 1e3 / accepted));
    }

    /** Of the server that is under load now; of the generator first, which may end while the other is asked. */
    private CpuTimes now() {
        Duration ofGenerator = generator.used();
        return targets.stream()
                .filter(target -> current.startsWith(target.variant().label() + "-"))
                .map(target -> new CpuTimes(target.server().meter().used(), ofGenerator))
                .findFirst()
                .orElseThrow();
    }

    private record CpuTimes(Duration server, Duration generator) {
        CpuTimes minus(CpuTimes earlier) {
            return new CpuTimes(server.minus(earlier.server), generator.minus(earlier.generator));
        }
    }
}
