package io.ordersync.order.kafka.tail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordersync.order.kafka.tail.index.TailIndex;
import org.springframework.stereotype.Component;

/** How much the service keeps of the tail, how often it reads, and how often it could not answer. */
@Component
class TailMetrics {

    private final Counter reads;
    private final Counter viewBehind;

    TailMetrics(MeterRegistry registry, TailIndex index) {
        Gauge.builder("orders.tail.records", index, TailIndex::count)
                .description("States of orders in memory that the table lacks, or lacked a moment ago")
                .register(registry);
        Gauge.builder("orders.tail.size", index, TailIndex::size)
                .description("Memory that they take")
                .baseUnit("bytes")
                .register(registry);
        this.reads = Counter.builder("orders.tail.reads")
                .description("Reads of the topic; one serves all requests that came in before it")
                .register(registry);
        this.viewBehind = Counter.builder("orders.view.behind")
                .description("Questions to the tail that could not be answered")
                .register(registry);
    }

    void countRead() {
        reads.increment();
    }

    void countViewBehind() {
        viewBehind.increment();
    }
}
