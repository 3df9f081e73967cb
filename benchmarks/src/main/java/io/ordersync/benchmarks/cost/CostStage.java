package io.ordersync.benchmarks.cost;

import static io.ordersync.benchmarks.measure.Unit.CPU_MICROSECONDS;
import static io.ordersync.benchmarks.measure.Unit.MEGABYTES;
import static io.ordersync.benchmarks.measure.Unit.ORDERS_PER_SECOND;
import static io.ordersync.benchmarks.measure.Unit.ROWS_PER_SECOND;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.Scale;
import io.ordersync.benchmarks.Stage;
import io.ordersync.benchmarks.measure.Row;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.measure.Unit;
import io.ordersync.benchmarks.servers.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What an order costs with few and with many orders in the tables: the figure with few stands where the limit does. For
 * memory it is the very first one: a process that has had many orders gives none of it back.
 */
public final class CostStage implements Stage {

    @Override
    public List<Row> measure(Run run) throws Exception {
        new Catalog(run.servers().database()).stock(1000);
        List<Bill> few = new ArrayList<>();
        List<Bill> many = new ArrayList<>();
        List<Bill> first = new ArrayList<>();
        for (int round = 1 - run.scale().warmUps(); round <= run.count(); round++) {
            Bill small = take(run, round, run.scale().smallTable());
            Bill large = take(run, round, run.scale().largeTable());
            if (first.isEmpty()) {
                first.add(small);
            }
            if (round > 0) {
                few.add(small);
                many.add(large);
            }
        }
        return rows(run.scale(), first, few, many);
    }

    private static Bill take(Run run, int round, int rows) throws Exception {
        String label = round > 0 ? "round %d of %d".formatted(round, run.count()) : "warm-up";
        run.progress().begin("cost, %s, %,d rows".formatted(label, rows));
        Bill bill = Bill.take(run, rows);
        run.progress().end("sink %,.0f rows/s, decide %,.0f orders/s".formatted(bill.sinkRate(), bill.decideRate()));
        return bill;
    }

    private static List<Row> rows(Scale scale, List<Bill> first, List<Bill> few, List<Bill> many) {
        String at = " at %,d rows (limit: at %,d)".formatted(scale.largeTable(), scale.smallTable());
        List<Row> rows = new ArrayList<>();
        rows.add(row("sink, 2 tasks," + at, ROWS_PER_SECOND, few, many, Bill::sinkRate)
                .toReach("≥ 1 / 1.2"));
        rows.add(row("decide" + at, ORDERS_PER_SECOND, few, many, Bill::decideRate)
                .toReach("≥ 1 / 1.2"));
        for (String process : few.get(0).cpu().keySet()) {
            rows.add(row(
                            "CPU for an order, " + process + at,
                            CPU_MICROSECONDS,
                            few,
                            many,
                            bill -> bill.cpu().get(process))
                    .toReach("≤ 1.2"));
        }
        for (String process : few.get(0).memory().keySet()) {
            rows.add(row(
                    "memory, " + process + at,
                    MEGABYTES,
                    first,
                    many,
                    bill -> bill.memory().get(process)));
        }
        return rows;
    }

    private static Row row(String name, Unit unit, List<Bill> few, List<Bill> many, ToDoubleFunction<Bill> figure) {
        return Row.of("cost, " + name, unit, series(many, figure)).beside(series(few, figure), null);
    }

    private static Series series(List<Bill> bills, ToDoubleFunction<Bill> figure) {
        return new Series(bills.stream().mapToDouble(figure).boxed().toList());
    }
}
