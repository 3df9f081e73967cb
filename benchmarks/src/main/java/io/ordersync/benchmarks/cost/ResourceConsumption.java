package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.measure.ResourceMeter;
import io.ordersync.benchmarks.servers.OrderClient;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Measures CPU time and memory of every server while 64 clients place orders as fast as they can. */
final class ResourceConsumption {

    private static final int CLIENTS = 64;
    private static final int PRODUCTS = 1000;

    private final BenchmarkRun run;
    private final Map<String, ResourceMeter> meters;

    ResourceConsumption(BenchmarkRun run) {
        this.run = run;
        this.meters = run.servers().meters();
    }

    /** Returns microseconds per order, by process. */
    Map<String, Double> measureCpuPerOrder() throws Exception {
        int orders = run.workload().cost().orders();
        String placed = "orders WHERE order_id >= '%s' AND status = 'CONFIRMED'".formatted(smallestId());
        Map<String, Duration> before = cpuTimes();
        place(orders);
        run.servers().database().awaitCount(placed, orders);
        Map<String, Double> micros = new LinkedHashMap<>();
        cpuTimes()
                .forEach((name, cpu) ->
                        micros.put(name, cpu.minus(before.get(name)).toNanos() / 1e3 / orders));
        return micros;
    }

    /** Returns megabytes, by process. */
    Map<String, Double> measureMemory() {
        Map<String, Double> megabytes = new LinkedHashMap<>();
        meters.forEach((name, meter) -> megabytes.put(name, meter.residentMegabytes()));
        return megabytes;
    }

    private Map<String, Duration> cpuTimes() {
        Map<String, Duration> times = new LinkedHashMap<>();
        meters.forEach((name, meter) -> times.put(name, meter.cpuTime()));
        return times;
    }

    private void place(int orders) throws Exception {
        OrderClient client =
                new OrderClient(run.servers().ordersUrl(), run.servers().token());
        Semaphore free = new Semaphore(CLIENTS);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        for (int number = 0; number < orders && failed.get() == null; number++) {
            free.acquire();
            client.place(number, PRODUCTS).whenComplete((order, failure) -> {
                failed.compareAndSet(null, failure);
                free.release();
            });
        }
        free.acquire(CLIENTS);
        if (failed.get() != null) {
            throw new IOException("an order was not accepted", failed.get());
        }
    }

    /** The smallest id of the orders that are placed from now on. Counting all orders would be work for the database. */
    private static UUID smallestId() {
        return new UUID(System.currentTimeMillis() << 16 | 0x7000, Long.MIN_VALUE);
    }
}
