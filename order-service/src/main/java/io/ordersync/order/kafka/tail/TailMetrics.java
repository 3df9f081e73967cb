package io.ordersync.order.kafka.tail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordersync.order.kafka.tail.index.TailIndex;
import org.springframework.stereotype.Component;

/** How much the service keeps of the tail, and how often it reads. */
@Component
class TailMetrics {

    private final Counter reads;

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
    }

    void countRead() {
        reads.increment();
    }
}
