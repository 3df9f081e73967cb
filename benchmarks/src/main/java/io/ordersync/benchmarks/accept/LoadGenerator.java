package io.ordersync.benchmarks.accept;

import io.ordersync.benchmarks.files.BenchmarkFolders;
import io.ordersync.benchmarks.servers.process.ProcessMeter;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.benchmarks.stage.Workload;
import io.ordersync.stack.files.Folders;
import io.ordersync.stack.jvm.Jvm;
import io.ordersync.stack.process.ChildProcess;
import io.ordersync.stack.process.Launch;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One process of Gatling. It loads all servers in turn and in all rounds, so it is warm itself. */
final class LoadGenerator {

    private static final String PACKAGE = "io.ordersync.benchmarks.load.";

    private final BenchmarkRun run;
    private final List<LoadTarget> targets;

    LoadGenerator(BenchmarkRun run, List<LoadTarget> targets) {
        this.run = run;
        this.targets = targets;
    }

    /** Loads each server with as many requests as it answers. */
    PhaseResults generatePeak() throws IOException, InterruptedException {
        return generate("PeakLoad", 0);
    }

    /** Loads each server with a constant number of requests per second. */
    PhaseResults generateSteady(double rate) throws IOException, InterruptedException {
        return generate("SteadyLoad", rate);
    }

    private PhaseResults generate(String simulation, double rate) throws IOException, InterruptedException {
        Path log = Files.createTempDirectory(BenchmarkFolders.target(), "gatling-");
        Launch launch = new Launch(
                jvm(simulation, rate, log).command(),
                Map.of("LOAD_TOKEN", run.servers().token()),
                BenchmarkFolders.target());
        try (ChildProcess gatling = ChildProcess.piped(launch);
                BufferedReader lines = gatling.process().inputReader()) {
            PhaseResults results = new PhaseResults(targets, new ProcessMeter(gatling.pid()), run);
            StringBuilder other = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!results.accept(line)) {
                    other.append(line).append('\n');
                }
            }
            if (gatling.process().waitFor() != 0) {
                throw new IOException("Gatling failed:\n" + other);
            }
            return results;
        } finally {
            Folders.delete(log); // it holds a line for every request
        }
    }

    private Jvm jvm(String simulation, double rate, Path log) throws IOException {
        Workload.Accept load = run.workload().accept();
        return Jvm.mainClass(classPath(), PACKAGE + "LoadCommand", PACKAGE + simulation, log.toString())
                .withOptions(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dload.targets=" + targets(),
                        "-Dload.rounds=" + (run.workload().warmUpRounds() + run.rounds()),
                        "-Dload.warm-ups=" + run.workload().warmUpRounds(),
                        "-Dload.warm-up-orders=" + load.warmUpOrders(),
                        "-Dload.seconds=" + load.seconds(),
                        "-Dload.connections=" + load.connections(),
                        String.format(Locale.ROOT, "-Dload.rate=%.2f", rate));
    }

    private static String classPath() throws IOException {
        Path target = BenchmarkFolders.module().resolve("load/target");
        return target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("load.classpath")).strip();
    }

    private String targets() {
        return targets.stream()
                .map(target -> target.variant().label() + "=" + target.server().url())
                .collect(Collectors.joining(","));
    }
}
