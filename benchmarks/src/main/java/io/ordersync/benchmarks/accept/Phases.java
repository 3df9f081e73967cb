package io.ordersync.benchmarks.accept;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Series;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Listens to the load generator: takes CPU times when a phase begins, and the results at the end. */
final class Phases {

    private final List<OrderServer> servers;
    private final Run run;
    private final Map<String, Duration> begun = new HashMap<>();
    private final Map<String, Duration> ended = new HashMap<>();
    private final Map<String, Phase> done = new HashMap<>();
    private String current = "";

    Phases(List<OrderServer> servers, Run run) {
        this.servers = servers;
        this.run = run;
    }

    /** Whether the line was meant for us. */
    boolean take(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "PHASE" -> begin(words[1]);
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

    /** By one variant in all rounds, those that do not count included. */
    long accepted(Variant variant) {
        return done.entrySet().stream()
                .filter(phase -> phase.getKey().startsWith(variant.label() + "-"))
                .mapToLong(phase -> phase.getValue().accepted())
                .sum();
    }

    private void begin(String phase) {
        endCurrent();
        begun.put(phase, cpuOf(phase));
        current = phase;
        run.progress().begin("accept, load on " + phase);
    }

    private void endCurrent() {
        if (!current.isEmpty()) {
            ended.put(current, cpuOf(current));
            run.progress().end("");
        }
        current = "";
    }

    private void result(String[] words) {
        endCurrent();
        String phase = words[1];
        long accepted = Long.parseLong(words[2]);
        if (accepted == 0 || !words[3].equals("0")) {
            throw new IllegalStateException("%s: %d accepted, %s failed".formatted(phase, accepted, words[3]));
        }
        Duration cpu = ended.get(phase).minus(begun.get(phase));
        double micros = cpu.toNanos() / 1e3 / accepted;
        done.put(phase, new Phase(accepted, Double.parseDouble(words[4]), Double.parseDouble(words[5]), micros));
    }

    private Duration cpuOf(String phase) {
        return servers.stream()
                .filter(server -> phase.startsWith(server.variant().label() + "-"))
                .map(server -> server.cpu().used())
                .findFirst()
                .orElseThrow();
    }
}
