package io.ordersync.benchmarks.endtoend;

import static io.ordersync.benchmarks.measure.Unit.MILLISECONDS;

import io.ordersync.benchmarks.data.SampleProducts;
import io.ordersync.benchmarks.measure.OpenLoop;
import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.benchmarks.stage.Stage;
import io.ordersync.benchmarks.stage.SystemSink;
import io.ordersync.benchmarks.stage.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Measures how long an order takes from POST to its confirmed row, at a low rate. The limit is the sum of the parts: the
 * accept time of the same orders, and the times of the decision and of the sink, which are measured alone. For p99 and max
 * that sum is higher than expected, because one order is rarely the slowest in every part.
 */
public final class EndToEndStage implements Stage {

    /** The number of rounds whose orders warm the servers up. On containers two instances of a service share them. */
    private static final int WARM_UP_ROUNDS = 5;

    /** The latencies of one round: of the whole order processing, and of its parts. */
    private record Round(LatencySummary whole, LatencySummary accept, LatencySummary decision, LatencySummary sink) {

        LatencySummary parts() {
            return accept.plus(decision).plus(sink);
        }
    }

    @Override
    public List<ResultRow> measure(BenchmarkRun run) throws Exception {
        new SampleProducts(run.servers().database()).restock(1000);
        List<Round> rounds = SystemSink.callWhileRunning(run.servers(), () -> measureRounds(run));
        return rows(
                "end-to-end, %d orders/s".formatted(run.workload().endToEnd().ordersPerSecond()), rounds);
    }

    private static List<Round> measureRounds(BenchmarkRun run) throws Exception {
        OpenLoop load = load(run.workload());
        run.progress().begin("end-to-end, warm-up with a few orders at a time");
        new EndToEndLatency(run).warmUp(WARM_UP_ROUNDS * load.steps());
        run.progress().end("done");
        List<Round> rounds = new ArrayList<>();
        for (int number = run.firstRound(); number <= run.rounds(); number++) {
            Round round = measureRound(run, load, number);
            if (number > 0) {
                rounds.add(round);
            }
        }
        return rounds;
    }

    private static OpenLoop load(Workload workload) {
        return new OpenLoop(
                workload.endToEnd().ordersPerSecond(), workload.endToEnd().seconds());
    }

    private static Round measureRound(BenchmarkRun run, OpenLoop load, int number) throws Exception {
        run.progress().begin("end-to-end, " + run.label(number));
        EndToEndLatency latency = new EndToEndLatency(run);
        LatencySummary whole = latency.measure(load);
        Round round = new Round(
                whole,
                latency.acceptLatency(),
                new DecisionLatency(run).measure(load),
                new SinkLatency(run).measure(load));
        run.progress().end("p50 %.1f ms, p99 %.1f ms".formatted(whole.p50(), whole.p99()));
        return round;
    }

    private static List<ResultRow> rows(String stage, List<Round> rounds) {
        return List.of(
                rowWithParts(stage + ", p50", rounds, LatencySummary::p50).withTarget("≤ 25 ms"),
                rowWithParts(stage + ", p99", rounds, LatencySummary::p99).withTarget("≤ 150 ms"),
                rowWithParts(stage + ", max", rounds, LatencySummary::max),
                rowOfPart(stage + ", accept, p50", rounds, Round::accept),
                rowOfPart(stage + ", decision alone, p50", rounds, Round::decision),
                rowOfPart(stage + ", sink alone, p50", rounds, Round::sink));
    }

    private static ResultRow rowWithParts(String name, List<Round> rounds, ToDoubleFunction<LatencySummary> figure) {
        return ResultRow.of(name, MILLISECONDS, series(rounds, round -> figure.applyAsDouble(round.whole())))
                .comparedWith(series(rounds, round -> figure.applyAsDouble(round.parts())), null);
    }

    private static ResultRow rowOfPart(String name, List<Round> rounds, Function<Round, LatencySummary> part) {
        return ResultRow.of(
                name, MILLISECONDS, series(rounds, round -> part.apply(round).p50()));
    }

    private static Series series(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return new Series(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
