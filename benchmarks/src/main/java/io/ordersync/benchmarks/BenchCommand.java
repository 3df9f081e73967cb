package io.ordersync.benchmarks;

import io.ordersync.benchmarks.files.BenchmarkFolders;
import io.ordersync.benchmarks.measure.ProgressLog;
import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.report.Machine;
import io.ordersync.benchmarks.report.Report;
import io.ordersync.benchmarks.servers.BenchmarkServers;
import io.ordersync.benchmarks.servers.compose.ComposeServers;
import io.ordersync.benchmarks.servers.process.ProcessServers;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.benchmarks.stage.Workload;
import io.ordersync.cli.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./run bench}: measures, prints the results as a table and writes them to a file. */
@Command(
        name = "./run bench",
        header = "Measure each stage, the limit of the machine for it, and an alternative.",
        description = {
            "",
            "Starts its own servers on free ports, prints one table at the end and writes it, with every round, to"
                    + " benchmarks/results. Ctrl-C stops everything. docs/performance.md explains the table.",
            ""
        })
public final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stage",
            split = ",",
            paramLabel = "STAGE",
            converter = StageName.Converter.class,
            description = "Measure only these stages: ${COMPLETION-CANDIDATES}.")
    private Set<StageName> stages = EnumSet.allOf(StageName.class);

    @Option(
            names = "--compose",
            description =
                    "Measure containers, as in docker-compose.yml, instead of processes. They are a separate Compose"
                            + " project.")
    private boolean compose;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Number of rounds that count (default: 3).")
    private int rounds;

    @Option(names = "--quick", description = "Do less work, for a first impression.")
    private boolean quick;

    @Option(
            names = "--smoke",
            hidden = true,
            description = "Do as little work as possible, to test that everything works.")
    private boolean smoke;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            description = "Folder for the results (default: benchmarks/results).")
    private @Nullable Path results;

    static CommandLine commandLine() {
        return CommandLines.create(new BenchCommand())
                .setExecutionExceptionHandler((problem, command, words) -> explain(command, problem));
    }

    /** Ends the JVM. */
    public static void main(String... words) {
        System.exit(commandLine().execute(words));
    }

    /** Adds the stack trace, which says which server caused the failure. */
    private static int explain(CommandLine command, Exception problem) {
        command.getErr().println();
        if (problem instanceof IllegalStateException && problem.getCause() == null) {
            command.getErr().println(problem.getMessage());
        } else {
            problem.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws Exception {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be at least 1");
        }
        Preconditions.of(workload(), compose).check();
        try (ProgressLog progress = new ProgressLog(spec.commandLine().getOut())) {
            measure(progress);
        }
        return 0;
    }

    /** If a stage fails, the results of the stages before it are still published. */
    private void measure(ProgressLog progress) throws Exception {
        Machine machine = Machine.describeThis();
        try (BenchmarkServers servers = open(progress)) {
            Report report = Report.begin(machine, servers, workload(), rounds);
            BenchmarkRun run = new BenchmarkRun(servers, workload(), rounds, progress);
            Map<StageName, List<ResultRow>> rows = new EnumMap<>(StageName.class);
            try {
                for (StageName name : StageName.ORDER_OF_EXECUTION) {
                    if (stages.contains(name)) {
                        rows.put(name, name.createStage().measure(run));
                    }
                }
            } catch (Exception e) {
                Set<StageName> missing = EnumSet.copyOf(stages);
                missing.removeAll(rows.keySet());
                report = report.without(missing, e);
                throw e;
            } finally {
                publish(report, rows);
            }
        }
    }

    private BenchmarkServers open(ProgressLog progress) {
        return compose
                ? ComposeServers.open(progress)
                : ProcessServers.open(progress, workload().fullJit());
    }

    private void publish(Report report, Map<StageName, List<ResultRow>> rows) throws IOException {
        List<ResultRow> table = new ArrayList<>();
        rows.values().forEach(table::addAll);
        if (!table.isEmpty()) {
            Report measured = report.withRows(table);
            PrintWriter out = spec.commandLine().getOut();
            out.println();
            out.println(measured.table());
            out.println("Written to " + measured.writeTo(folder()));
            out.flush();
        }
    }

    private Workload workload() {
        return smoke ? Workload.SMOKE : quick ? Workload.QUICK : Workload.FULL;
    }

    private Path folder() {
        return results == null ? BenchmarkFolders.module().resolve("results") : results;
    }
}
