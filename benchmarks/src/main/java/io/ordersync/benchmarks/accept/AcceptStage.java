package io.ordersync.benchmarks.accept;

import static io.ordersync.benchmarks.measure.Unit.CPU_MICROSECONDS;
import static io.ordersync.benchmarks.measure.Unit.MILLISECONDS;
import static io.ordersync.benchmarks.measure.Unit.ORDERS_PER_SECOND;
import static io.ordersync.benchmarks.measure.Unit.PERCENT;

import io.ordersync.benchmarks.kafka.OrderTopic;
import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.measure.Unit;
import io.ordersync.benchmarks.servers.OrderServiceVariant;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.benchmarks.stage.Stage;
import io.ordersync.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Loads three variants of order-service: first the peak of each, then each with half of our peak. */
public final class AcceptStage implements Stage {

    @Override
    public List<ResultRow> measure(BenchmarkRun run) throws Exception {
        run.servers().stopServicesAndWorker();
        List<LoadTarget> targets = new ArrayList<>();
        try {
            start(run, targets);
            return measure(run, targets);
        } finally {
            targets.forEach(target -> target.server().close());
        }
    }

    private static void start(BenchmarkRun run, List<LoadTarget> targets) throws Exception {
        run.progress().begin("Starting three variants of order-service");
        for (OrderServiceVariant variant : OrderServiceVariant.values()) {
            targets.add(new LoadTarget(variant, run.servers().startOrderServer(variant)));
        }
        for (LoadTarget target : targets) {
            target.server().awaitReady();
        }
        run.progress().end("ready");
    }

    private static List<ResultRow> measure(BenchmarkRun run, List<LoadTarget> targets) throws Exception {
        OrderTopic topic = new OrderTopic(run.servers().bootstrapServers(), Topics.ORDERS);
        long before = topic.countRecords();
        LoadGenerator generator = new LoadGenerator(run, targets);
        int seconds = run.workload().accept().seconds();
        String at = "accept, %d connections".formatted(run.workload().accept().connections());
        PhaseResults peak = generator.generatePeak();
        ResultRow rate = row(at, ORDERS_PER_SECOND, peak, phase -> (double) phase.accepted() / seconds);
        double half = rate.ours().median() / 2;
        PhaseResults steady = generator.generateSteady(half);
        requireOnTopic(topic.countRecords() - before, peak, steady);
        String steadily = "accept, half of our peak";
        return List.of(
                rate.withTarget("≥ 0.6 of the limit"),
                row(at + ", refused", PERCENT, peak, PhaseResult::refusedPercent),
                row(at + ", order-service", CPU_MICROSECONDS, peak, PhaseResult::serverMicros),
                row(at + ", load generator", CPU_MICROSECONDS, peak, PhaseResult::generatorMicros),
                row(steadily + ", refused", PERCENT, steady, PhaseResult::refusedPercent),
                row(steadily + ", p50", MILLISECONDS, steady, PhaseResult::p50),
                row(steadily + ", p99", MILLISECONDS, steady, PhaseResult::p99).withTarget("< 50 ms"));
    }

    /**
     * Checks that every accepted order is on the topic, except those of the limit, which sends none. A refused order may be
     * there as well, if its acknowledgement came too late.
     */
    private static void requireOnTopic(long written, PhaseResults... all) {
        long accepted = sent(PhaseResult::accepted, all);
        long failed = sent(PhaseResult::failed, all);
        if (written < accepted || written > accepted + failed) {
            throw new IllegalStateException("%d orders were accepted and %d refused, but the topic has %d more records"
                    .formatted(accepted, failed, written));
        }
    }

    private static long sent(ToLongFunction<PhaseResult> figure, PhaseResults... all) {
        return Stream.of(all)
                .mapToLong(each ->
                        each.sum(OrderServiceVariant.OURS, figure) + each.sum(OrderServiceVariant.ALTERNATIVE, figure))
                .sum();
    }

    private static ResultRow row(String stage, Unit unit, PhaseResults phases, ToDoubleFunction<PhaseResult> figure) {
        return ResultRow.of(stage, unit, phases.series(OrderServiceVariant.OURS, figure))
                .comparedWith(
                        phases.series(OrderServiceVariant.LIMIT, figure),
                        phases.series(OrderServiceVariant.ALTERNATIVE, figure));
    }
}
