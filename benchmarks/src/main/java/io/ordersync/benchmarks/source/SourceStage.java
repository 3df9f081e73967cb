package io.ordersync.benchmarks.source;

import static io.ordersync.benchmarks.measure.Unit.MILLISECONDS;
import static io.ordersync.benchmarks.measure.Unit.ROWS_PER_SECOND;

import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.measure.Unit;
import io.ordersync.benchmarks.servers.BenchmarkServers;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.benchmarks.stage.Stage;
import io.ordersync.benchmarks.stage.Workload;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Measures the polling source: the first read of a full table, and single rows that are inserted at a steady rate. */
public final class SourceStage implements Stage {

    @Override
    public List<ResultRow> measure(BenchmarkRun run) throws Exception {
        BenchmarkServers servers = run.servers();
        Workload.Source workload = run.workload().source();
        List<RowSource> sources = List.of(
                ConnectorSource.read("ours", servers),
                new JdbcSource(servers),
                ConnectorSource.read("debezium", servers));
        SourceTable table = new SourceTable(servers.database());
        try {
            table.create();
            table.fill(workload.rows());
            return List.of(
                    row(
                                    run,
                                    "source, first read of %,d rows".formatted(workload.rows()),
                                    ROWS_PER_SECOND,
                                    sources,
                                    source -> new FirstRead(source, servers, workload.rows()))
                            .withTarget("≥ 0.6 of the limit"),
                    row(
                            run,
                            "source, %d rows/s, p50"
                                    .formatted(workload.trickle().perSecond()),
                            MILLISECONDS,
                            sources,
                            source -> new TrickleLatency(source, servers, workload.trickle())));
        } finally {
            table.drop();
        }
    }

    private static ResultRow row(
            BenchmarkRun run,
            String stage,
            Unit unit,
            List<RowSource> sources,
            Function<RowSource, Candidate> measurement)
            throws Exception {
        Map<String, Series> measured = run.interleavedRounds()
                .measure(stage, unit, sources.stream().map(measurement).toList());
        return ResultRow.of(stage, unit, measured.get("ours"))
                .comparedWith(measured.get("limit"), measured.get("debezium"));
    }
}
