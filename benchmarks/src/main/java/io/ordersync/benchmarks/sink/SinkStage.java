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
        JdbcCandidate limit = JdbcCandidate.staging(run.servers().database(), orders, tasks);
        JdbcCandidate multiRow = JdbcCandidate.multiRow(run.servers().database(), orders, tasks);
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new ConnectorCandidate("ours", SinkConnectorFile.ours(), run, orders, tasks));
        candidates.add(limit);
        candidates.add(multiRow);
        alternatives.forEach(each -> candidates.add(new ConnectorCandidate(each.name(), each, run, orders, tasks)));

        String stage = "sink, %d %s".formatted(tasks, tasks == 1 ? "task" : "tasks");
        Map<String, Series> measured = run.interleavedRounds().measure(stage, ROWS_PER_SECOND, candidates);
        List<ResultRow> rows = new ArrayList<>();
        rows.add(row(stage, multiRow.name(), limit, measured)
                .withTarget(tasks == 1 ? "≥ 1 × multi-row JDBC" : "≥ 0.7 of the limit, ≥ 0.8 × multi-row JDBC"));
        alternatives.forEach(
                each -> rows.add(row(stage, each.name(), limit, measured).withTarget(tasks == 2 ? target(each) : "")));
        return rows;
    }

    private static ResultRow row(String stage, String alternative, JdbcCandidate limit, Map<String, Series> measured) {
        return ResultRow.of(stage + ", beside " + alternative, ROWS_PER_SECOND, measured.get("ours"))
                .comparedWith(measured.get(limit.name()), measured.get(alternative));
    }

    private static String target(SinkConnectorFile alternative) {
        return alternative.name().equals("debezium") ? "≥ 2 × Debezium" : "";
    }
}
