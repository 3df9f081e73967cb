package io.ordersync.benchmarks.accept;

import static io.ordersync.benchmarks.measure.Unit.CPU_MICROSECONDS;
import static io.ordersync.benchmarks.measure.Unit.MILLISECONDS;
import static io.ordersync.benchmarks.measure.Unit.ORDERS_PER_SECOND;
import static io.ordersync.benchmarks.measure.Unit.PERCENT;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.Stage;
import io.ordersync.benchmarks.measure.Row;
import io.ordersync.benchmarks.measure.Unit;
import io.ordersync.benchmarks.servers.Topic;
import io.ordersync.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Three equal servers but for what they do with an order: the peak of each, then half of our peak on each. */
public final class AcceptStage implements Stage {

    @Override
    public List<Row> measure(Run run) throws Exception {
        run.servers().stopTheRest();
        List<Target> targets = new ArrayList<>();
        try {
            start(run, targets);
            return measure(run, targets);
        } finally {
            targets.forEach(target -> target.server().close());
        }
    }

    private static void start(Run run, List<Target> targets) throws Exception {
        run.progress().begin("Starting three variants of order-service");
        for (Variant variant : Variant.values()) {
            targets.add(new Target(variant, run.servers().startOrderServer(variant.label())));
        }
        for (Target target : targets) {
            target.server().awaitReady();
        }
        run.progress().end("ready");
    }

    private static List<Row> measure(Run run, List<Target> targets) throws Exception {
        Topic topic = new Topic(run.servers().bootstrapServers(), Topics.ORDERS);
        long before = topic.size();
        Load load = new Load(run, targets);
        int seconds = run.scale().loadSeconds();
        String at = "accept, %d connections".formatted(run.scale().connections());
        Phases peak = load.generate("PeakLoad", 0);
        Row rate = row(at, ORDERS_PER_SECOND, peak, phase -> (double) phase.accepted() / seconds);
        double half = rate.ours().median() / 2;
        Phases steady = load.generate("SteadyLoad", half);
        requireOnTopic(topic.size() - before, peak, steady);
        String steadily = "accept, half of our peak";
        return List.of(
                rate.toReach("≥ 0.6 of the limit"),
                row(at + ", refused", PERCENT, peak, Phase::refusedPercent),
                row(at + ", order-service", CPU_MICROSECONDS, peak, Phase::serverMicros),
                row(at + ", load generator", CPU_MICROSECONDS, peak, Phase::generatorMicros),
                row(steadily + ", refused", PERCENT, steady, Phase::refusedPercent),
                row(steadily + ", p50", MILLISECONDS, steady, Phase::p50),
                row(steadily + ", p99", MILLISECONDS, steady, Phase::p99).toReach("< 50 ms"));
    }

    /**
     * Nobody was told that an order is accepted which is not on the topic, but by the limit, which sends none. One that
     * was refused may be there: its acknowledgement came too late.
     */
    private static void requireOnTopic(long written, Phases... all) {
        long accepted = sent(Phase::accepted, all);
        long failed = sent(Phase::failed, all);
        if (written < accepted || written > accepted + failed) {
            throw new IllegalStateException(
                    "%d orders were accepted, %d refused, %d written".formatted(accepted, failed, written));
        }
    }

    private static long sent(ToLongFunction<Phase> figure, Phases... all) {
        return Stream.of(all)
                .mapToLong(each -> each.sum(Variant.OURS, figure) + each.sum(Variant.ALTERNATIVE, figure))
                .sum();
    }

    private static Row row(String stage, Unit unit, Phases phases, ToDoubleFunction<Phase> figure) {
        return Row.of(stage, unit, phases.series(Variant.OURS, figure))
                .beside(phases.series(Variant.LIMIT, figure), phases.series(Variant.ALTERNATIVE, figure));
    }
}
