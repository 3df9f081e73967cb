package io.ordersync.benchmarks.load;

import io.gatling.app.Gatling$;
import io.gatling.charts.stats.GeneralStats;
import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.core.config.GatlingConfiguration;
import io.ordersync.benchmarks.load.LoadSettings.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import scala.Option;

/** Runs one simulation. Prints for each phase how many requests were accepted and failed, and two percentiles. */
public final class LoadCommand {

    private LoadCommand() {}

    /**
     * Ends the JVM.
     *
     * @param arguments the class of the simulation, and an empty folder for Gatling's log
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int code = Gatling$.MODULE$.fromArgs(new String[] {"-s", arguments[0], "-rf", folder.toString(), "-nr"});
        PhaseReporter.reportEnd();
        if (code == 0) {
            print(folder);
        }
        System.exit(code);
    }

    private static void print(Path folder) throws IOException {
        LogFileData log = LogFileReader.apply(onlyRun(folder), folder, GatlingConfiguration.load())
                .read();
        for (Phase phase : LoadSettings.phases()) {
            Optional<GeneralStats> accepted = stats(log, phase, OK$.MODULE$);
            PhaseReporter.reportResult(
                    phase.name(),
                    accepted.map(GeneralStats::count).orElse(0L),
                    stats(log, phase, KO$.MODULE$).map(GeneralStats::count).orElse(0L),
                    accepted.map(stats -> percentile(stats, 50)).orElse(0),
                    accepted.map(stats -> percentile(stats, 99)).orElse(0));
        }
    }

    private static Optional<GeneralStats> stats(LogFileData log, Phase phase, Status status) {
        Option<GeneralStats> stats =
                log.requestGeneralStats(Option.apply(phase.name()), Option.empty(), Option.apply(status));
        return stats.isEmpty() ? Optional.empty() : Optional.of(stats.get());
    }

    /** In milliseconds. */
    private static int percentile(GeneralStats stats, double rank) {
        return (Integer) stats.percentile().apply(rank);
    }

    private static String onlyRun(Path folder) throws IOException {
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.findFirst().orElseThrow().getFileName().toString();
        }
    }
}
