package io.ordersync.benchmarks.cost;

import static io.ordersync.benchmarks.measure.Unit.CPU_MICROSECONDS;
import static io.ordersync.benchmarks.measure.Unit.MEGABYTES;
import static io.ordersync.benchmarks.measure.Unit.ORDERS_PER_SECOND;
import static io.ordersync.benchmarks.measure.Unit.ROWS_PER_SECOND;

import io.ordersync.benchmarks.data.SampleProducts;
import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.measure.Unit;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.benchmarks.stage.Stage;
import io.ordersync.benchmarks.stage.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures the cost of an order with large and with small tables. The figure with small tables takes the place of the
 * limit. For memory that is the very first figure, because a process that has processed many orders returns no memory.
 */
public final class CostStage implements Stage {

    @Override
    public List<ResultRow> measure(BenchmarkRun run) throws Exception {
        new SampleProducts(run.servers().database()).restock(1000);
        List<CostFigures> few = new ArrayList<>();
        List<CostFigures> many = new ArrayList<>();
        List<CostFigures> first = new ArrayList<>();
        for (int round = run.firstRound(); round <= run.rounds(); round++) {
            CostFigures small = measure(run, round, run.workload().cost().smallTable());
            CostFigures large = measure(run, round, run.workload().cost().largeTable());
            if (first.isEmpty()) {
                first.add(small);
            }
            if (round > 0) {
                few.add(small);
                many.add(large);
            }
        }
        return rows(run.workload().cost(), first, few, many);
    }

    private static CostFigures measure(BenchmarkRun run, int round, int rows) throws Exception {
        run.progress().begin("cost, %s, %,d rows".formatted(run.label(round), rows));
        CostFigures figures = CostFigures.measure(run, rows);
        run.progress()
                .end("sink %,.0f rows/s, decide %,.0f orders/s".formatted(figures.sinkRate(), figures.decideRate()));
        return figures;
    }

    private static List<ResultRow> rows(
            Workload.Cost workload, List<CostFigures> first, List<CostFigures> few, List<CostFigures> many) {
        String at = " at %,d rows (limit: at %,d)".formatted(workload.largeTable(), workload.smallTable());
        List<ResultRow> rows = new ArrayList<>();
        rows.add(row("sink, 2 tasks," + at, ROWS_PER_SECOND, few, many, CostFigures::sinkRate)
                .withTarget("≥ 1 / 1.2"));
        rows.add(row("decide" + at, ORDERS_PER_SECOND, few, many, CostFigures::decideRate)
                .withTarget("≥ 1 / 1.2"));
        for (String process : few.get(0).cpu().keySet()) {
            rows.add(row(
                            "CPU for an order, " + process + at,
                            CPU_MICROSECONDS,
                            few,
                            many,
                            figures -> figures.cpu().get(process))
                    .withTarget("≤ 1.2"));
        }
        for (String process : few.get(0).memory().keySet()) {
            rows.add(row(
                    "memory, " + process + at,
                    MEGABYTES,
                    first,
                    many,
                    figures -> figures.memory().get(process)));
        }
        return rows;
    }

    private static ResultRow row(
            String name,
            Unit unit,
            List<CostFigures> few,
            List<CostFigures> many,
            ToDoubleFunction<CostFigures> figure) {
        return ResultRow.of("cost, " + name, unit, series(many, figure)).comparedWith(series(few, figure), null);
    }

    private static Series series(List<CostFigures> figures, ToDoubleFunction<CostFigures> figure) {
        return new Series(figures.stream().mapToDouble(figure).boxed().toList());
    }
}
