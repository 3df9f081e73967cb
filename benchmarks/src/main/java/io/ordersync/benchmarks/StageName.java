package io.ordersync.benchmarks;

import io.ordersync.benchmarks.accept.AcceptStage;
import io.ordersync.benchmarks.cost.CostStage;
import io.ordersync.benchmarks.decide.DecideStage;
import io.ordersync.benchmarks.sink.SinkStage;
import io.ordersync.benchmarks.way.WayStage;
import java.util.List;
import java.util.function.Supplier;

/** The stages, in the order of the table. */
enum StageName {
    accept(AcceptStage::new),
    sink(SinkStage::new),
    decide(DecideStage::new),
    way(WayStage::new),
    cost(CostStage::new);

    /** The load of {@code accept} leaves millions of undecided orders in the topic, so it comes last. */
    static final List<StageName> ORDER_OF_EXECUTION = List.of(sink, decide, way, cost, accept);

    private final Supplier<Stage> maker;

    StageName(Supplier<Stage> maker) {
        this.maker = maker;
    }

    Stage stage() {
        return maker.get();
    }
}
