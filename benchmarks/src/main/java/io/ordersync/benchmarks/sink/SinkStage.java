package io.ordersync.benchmarks.sink;

import static io.ordersync.benchmarks.measure.Unit.ROWS_PER_SECOND;

import io.ordersync.benchmarks.connect.SinkConnectorFile;
import io.ordersync.benchmarks.data.SampleOrders;
import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.benchmarks.stage.Stage;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures the sink from a topic into the table {@code orders}. For each measurement the table is emptied, and topic and
 * connector are new.
 */
public final class SinkStage implements Stage {

    private static final int PRODUCTS = 1000;

    @Override
    public List<ResultRow> measure(BenchmarkRun run) throws Exception {
        List<OrderRecord> orders =
                new SampleOrders(PRODUCTS).list(run.workload().sinkRecords(), OrderStatus.CONFIRMED);
        List<SinkConnectorFile> alternatives = new AlternativeSinks(run).findInstalled();
        List<ResultRow> rows = new ArrayList<>();
        for (int tasks : run.workload().warmUpRounds() == 0 ? List.of(2) : List.of(1, 2)) {
            rows.addAll(measure(run, orders, alternatives, tasks));
        }
        run.servers().database().truncate("orders");
        return rows;
    }

    private static List<ResultRow> measure(
            BenchmarkRun run, List<OrderRecord> orders, List<SinkConnectorFile> alternatives, int tasks)
            throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new ConnectorCandidate("ours", SinkConnectorFile.ours(), run, orders, tasks));
        candidates.add(new JdbcUpsertLimit(run.servers().database(), orders, tasks));
        alternatives.forEach(each -> candidates.add(new ConnectorCandidate(each.name(), each, run, orders, tasks)));

        String stage = "sink, %d %s".formatted(tasks, tasks == 1 ? "task" : "tasks");
        Map<String, Series> measured = run.interleavedRounds().measure(stage, ROWS_PER_SECOND, candidates);
        return alternatives.stream()
                .map(each -> ResultRow.of(stage + ", beside " + each.name(), ROWS_PER_SECOND, measured.get("ours"))
                        .comparedWith(measured.get(JdbcUpsertLimit.NAME), measured.get(each.name()))
                        .withTarget(tasks == 2 ? target(each) : ""))
                .toList();
    }

    private static String target(SinkConnectorFile alternative) {
        return "≥ 0.65 of the limit" + (alternative.name().equals("debezium") ? ", ≥ 2 × Debezium" : "");
    }
}
