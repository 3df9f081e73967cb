package io.ordersync.benchmarks.sink;

import static io.ordersync.benchmarks.measure.Unit.ROWS_PER_SECOND;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.Stage;
import io.ordersync.benchmarks.measure.Contender;
import io.ordersync.benchmarks.measure.Row;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.servers.SampleOrders;
import io.ordersync.benchmarks.servers.SinkConfig;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From a topic into the table {@code orders}. For each measurement the table is emptied, and topic and connector are
 * new.
 */
public final class SinkStage implements Stage {

    private static final int PRODUCTS = 1000;

    @Override
    public List<Row> measure(Run run) throws Exception {
        List<OrderRecord> orders = new SampleOrders(PRODUCTS).list(run.scale().sinkRecords(), OrderStatus.CONFIRMED);
        List<SinkConfig> alternatives = new Alternatives(run).known();
        List<Row> rows = new ArrayList<>();
        for (int tasks : run.scale().warmUps() == 0 ? List.of(2) : List.of(1, 2)) {
            rows.addAll(measure(run, orders, alternatives, tasks));
        }
        run.servers().database().empty("orders");
        return rows;
    }

    private static List<Row> measure(Run run, List<OrderRecord> orders, List<SinkConfig> alternatives, int tasks)
            throws Exception {
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new SinkContender("ours", SinkConfig.ours(), run, orders, tasks));
        contenders.add(new PlainUpsert(run.servers().database(), orders, tasks));
        alternatives.forEach(each -> contenders.add(new SinkContender(each.name(), each, run, orders, tasks)));

        String stage = "sink, %d %s".formatted(tasks, tasks == 1 ? "task" : "tasks");
        Map<String, Series> measured = run.rounds().of(stage, ROWS_PER_SECOND, contenders);
        return alternatives.stream()
                .map(each -> Row.of(stage + ", beside " + each.name(), ROWS_PER_SECOND, measured.get("ours"))
                        .beside(measured.get(PlainUpsert.NAME), measured.get(each.name()))
                        .toReach(tasks == 2 ? toReach(each) : ""))
                .toList();
    }

    private static String toReach(SinkConfig alternative) {
        return "≥ 0.65 of the limit" + (alternative.name().equals("debezium") ? ", ≥ 2 × Debezium" : "");
    }
}
