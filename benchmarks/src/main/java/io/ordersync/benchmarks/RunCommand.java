package io.ordersync.benchmarks;

import io.ordersync.benchmarks.measure.Progress;
import io.ordersync.benchmarks.measure.Row;
import io.ordersync.benchmarks.report.Machine;
import io.ordersync.benchmarks.report.Report;
import io.ordersync.benchmarks.servers.ComposeServers;
import io.ordersync.benchmarks.servers.Home;
import io.ordersync.benchmarks.servers.ProcessServers;
import io.ordersync.benchmarks.servers.Servers;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code benchmarks/run}: measures, prints the table and writes it down. */
@Command(
        name = "benchmarks/run",
        header = "Measures every stage beside its limit and its alternative.",
        description = {
            "",
            "Starts servers of its own on free ports, prints one table at the end and writes it, with every round, to"
                    + " benchmarks/results. Ctrl-C stops everything. What the lines mean: docs/performance.md",
            ""
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stage",
            split = ",",
            paramLabel = "STAGE",
            description = "Only these of ${COMPLETION-CANDIDATES}; separate several by commas.")
    private Set<StageName> stages = EnumSet.allOf(StageName.class);

    @Option(
            names = "--compose",
            description = "The containers of docker-compose.yml instead of processes, as a project of their own.")
    private boolean compose;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Rounds that count (3).")
    private int rounds;

    @Option(names = "--quick", description = "Less work: a first look, not a result.")
    private boolean quick;

    @Option(names = "--smoke", hidden = true, description = "Next to no work: only whether everything works.")
    private boolean smoke;

    @Option(names = "--results", paramLabel = "FOLDER", description = "Where to write (benchmarks/results).")
    private @Nullable Path results;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Override
    public Integer call() throws Exception {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), rounds + " rounds are none");
        }
        Preconditions.of(scale(), compose).check();
        try (Progress progress = new Progress(spec.commandLine().getOut())) {
            measure(progress);
        }
        return 0;
    }

    /** Publishes what the stages before it have measured when one fails. */
    private void measure(Progress progress) throws Exception {
        Machine machine = Machine.here();
        try (Servers servers = open(progress)) {
            Report report = Report.begin(machine, servers, scale(), rounds);
            Run run = new Run(servers, scale(), rounds, progress);
            Map<StageName, List<Row>> rows = new EnumMap<>(StageName.class);
            try {
                for (StageName name : StageName.ORDER_OF_EXECUTION) {
                    if (stages.contains(name)) {
                        rows.put(name, name.stage().measure(run));
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

    private Servers open(Progress progress) {
        return compose ? ComposeServers.open(progress) : ProcessServers.open(progress, scale().fullJit());
    }

    private void publish(Report report, Map<StageName, List<Row>> rows) throws IOException {
        List<Row> table = new ArrayList<>();
        rows.values().forEach(table::addAll);
        if (!table.isEmpty()) {
            Report measured = report.with(table);
            PrintWriter out = spec.commandLine().getOut();
            out.println();
            out.println(measured.table());
            out.println("Written to " + measured.writeTo(folder()));
            out.flush();
        }
    }

    private Scale scale() {
        return smoke ? Scale.SMOKE : quick ? Scale.QUICK : Scale.FULL;
    }

    private Path folder() {
        return results == null ? Home.module().resolve("results") : results;
    }
}
