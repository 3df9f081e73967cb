package io.ordersync.benchmarks.accept;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.ProcessMeter;
import io.ordersync.benchmarks.measure.Series;
import java.time.Duration;
import java.util.EnumMap;
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
    private final Map<Variant, Duration> serversBefore = new EnumMap<>(Variant.class);
    private final Map<String, CpuTimes> used = new HashMap<>();
    private final Map<String, Phase> done = new HashMap<>();
    private String current = "";
    private Duration generatorBefore = Duration.ZERO;

    Phases(List<Target> targets, ProcessMeter generator, Run run) {
        this.targets = targets;
        this.generator = generator;
        this.run = run;
        targets.forEach(target ->
                serversBefore.put(target.variant(), target.server().meter().used()));
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
        generatorBefore = generator.used();
        run.progress().begin("accept, load on " + phase);
    }

    /** Of the generator first, which may end while the server is asked. */
    private void end() {
        if (!current.isEmpty()) {
            Duration ofGenerator = generator.used().minus(generatorBefore);
            used.put(current, new CpuTimes(ofServer(), ofGenerator));
            run.progress().end("");
        }
        current = "";
    }

    /** Since its phase before: it was idle meanwhile, and to ask it when its load begins would take a part of that. */
    private Duration ofServer() {
        Target target = targets.stream()
                .filter(each -> current.startsWith(each.variant().label() + "-"))
                .findFirst()
                .orElseThrow();
        Duration now = target.server().meter().used();
        return now.minus(serversBefore.put(target.variant(), now));
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

    private record CpuTimes(Duration server, Duration generator) {}
}
