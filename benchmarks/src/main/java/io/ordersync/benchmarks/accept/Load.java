package io.ordersync.benchmarks.accept;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.ProcessMeter;
import io.ordersync.benchmarks.servers.ChildJvm;
import io.ordersync.benchmarks.servers.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process of Gatling that loads all servers in turn, for all rounds, so that it is warm itself. */
final class Load {

    private static final String PACKAGE = "io.ordersync.benchmarks.load.";

    private final Run run;
    private final List<Target> targets;

    Load(Run run, List<Target> targets) {
        this.run = run;
        this.targets = targets;
    }

    /** @param rate requests per second; of no meaning to the peak */
    Phases generate(String simulation, double rate) throws IOException, InterruptedException {
        Path log = Files.createTempDirectory(Home.module().resolve("target"), "gatling-");
        try (ChildJvm gatling = ChildJvm.talking(words(simulation, rate, log));
                BufferedReader lines = gatling.process().inputReader()) {
            Phases phases =
                    new Phases(targets, new ProcessMeter(gatling.process().pid()), run);
            StringBuilder other = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!phases.take(line)) {
                    other.append(line).append('\n');
                }
            }
            if (gatling.process().waitFor() != 0) {
                throw new IOException("Gatling failed:\n" + other);
            }
            return phases;
        } finally {
            delete(log);
        }
    }

    private List<String> words(String simulation, double rate, Path log) throws IOException {
        Path module = Home.module().resolve("load/target");
        String classPath = module.resolve("classes")
                + System.getProperty("path.separator")
                + Files.readString(module.resolve("load.classpath")).strip();
        return List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dload.targets=" + targets(),
                "-Dload.rounds=" + (run.scale().warmUps() + run.count()),
                "-Dload.warm-ups=" + run.scale().warmUps(),
                "-Dload.warm-up-orders=" + run.scale().warmUpOrders(),
                "-Dload.seconds=" + run.scale().loadSeconds(),
                "-Dload.connections=" + run.scale().connections(),
                String.format(Locale.ROOT, "-Dload.rate=%.2f", rate),
                "-cp",
                classPath,
                PACKAGE + "LoadCommand",
                PACKAGE + simulation,
                log.toString());
    }

    /** A line for every request: nobody wants to keep it. */
    private static void delete(Path log) throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String targets() {
        return targets.stream()
                .map(target -> target.variant().label() + "=" + target.server().url())
                .collect(Collectors.joining(","));
    }
}
