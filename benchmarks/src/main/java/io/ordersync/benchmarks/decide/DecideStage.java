package io.ordersync.benchmarks.decide;

import static io.ordersync.benchmarks.measure.Unit.ORDERS_PER_SECOND;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.Stage;
import io.ordersync.benchmarks.measure.Contender;
import io.ordersync.benchmarks.measure.Row;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.servers.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Backlogs of undecided orders: over many products, and for one that everybody wants. The ledger is emptied before each
 * measurement, and the orders are new each time.
 */
public final class DecideStage implements Stage {

    private static final int MANY = 1000;
    private static final int ONE = 1;

    @Override
    public List<Row> measure(Run run) throws Exception {
        new Catalog(run.servers().database()).stock(MANY);
        List<Contender> contenders = new ArrayList<>();
        for (int products : List.of(MANY, ONE)) {
            contenders.add(new ListenerContender("ours, " + products, run, products));
            contenders.add(new PlainBatches("limit, " + products, run, products));
            contenders.add(new PlainSingles("alternative, " + products, run, products));
        }
        Map<String, Series> measured = run.rounds().of("decide", ORDERS_PER_SECOND, contenders);
        run.servers().database().empty("stock_reservation");
        return List.of(
                row("decide, 1,000 products", measured, MANY).toReach("≥ 0.5 of the limit, ≥ 15 × the alternative"),
                row("decide, 1 hot product", measured, ONE),
                Row.of("decide, 1 hot product (limit: 1,000 products)", ORDERS_PER_SECOND, measured.get("ours, " + ONE))
                        .beside(measured.get("ours, " + MANY), null)
                        .toReach("within 20 %"));
    }

    private static Row row(String stage, Map<String, Series> measured, int products) {
        return Row.of(stage, ORDERS_PER_SECOND, measured.get("ours, " + products))
                .beside(measured.get("limit, " + products), measured.get("alternative, " + products));
    }
}
