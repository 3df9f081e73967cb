package io.ordersync.benchmarks.decide;

import static io.ordersync.benchmarks.measure.Unit.ORDERS_PER_SECOND;

import io.ordersync.benchmarks.data.SampleProducts;
import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.benchmarks.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures decisions on backlogs of undecided orders: for many products, and for one hot product. Before each measurement
 * the ledger is emptied, and the orders are new.
 */
public final class DecideStage implements Stage {

    private static final int MANY = 1000;
    private static final int ONE = 1;

    @Override
    public List<ResultRow> measure(BenchmarkRun run) throws Exception {
        new SampleProducts(run.servers().database()).restock(MANY);
        List<Candidate> candidates = new ArrayList<>();
        for (int products : List.of(MANY, ONE)) {
            candidates.add(new CatalogServiceCandidate("ours, " + products, run, products));
            candidates.add(new JdbcBatchesLimit("limit, " + products, run, products));
            candidates.add(new JdbcSingleOrdersAlternative("alternative, " + products, run, products));
        }
        Map<String, Series> measured = run.interleavedRounds().measure("decide", ORDERS_PER_SECOND, candidates);
        run.servers().database().truncate("stock_reservation");
        return List.of(
                row("decide, 1,000 products", measured, MANY).withTarget("≥ 0.5 of the limit, ≥ 15 × the alternative"),
                row("decide, 1 hot product", measured, ONE),
                ResultRow.of(
                                "decide, 1 hot product (limit: 1,000 products)",
                                ORDERS_PER_SECOND,
                                measured.get("ours, " + ONE))
                        .comparedWith(measured.get("ours, " + MANY), null)
                        .withTarget("within 20 %"));
    }

    private static ResultRow row(String stage, Map<String, Series> measured, int products) {
        return ResultRow.of(stage, ORDERS_PER_SECOND, measured.get("ours, " + products))
                .comparedWith(measured.get("limit, " + products), measured.get("alternative, " + products));
    }
}
