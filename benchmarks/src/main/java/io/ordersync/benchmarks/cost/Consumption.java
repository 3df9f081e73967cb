package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Meter;
import io.ordersync.benchmarks.servers.OrderClient;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** CPU time of every process while orders travel the whole way as fast as 64 clients send them. */
final class Consumption {

    private static final int CLIENTS = 64;
    private static final int PRODUCTS = 1000;

    private final Run run;
    private final Map<String, Meter> meters;

    Consumption(Run run) {
        this.run = run;
        this.meters = run.servers().meters();
    }

    /** Microseconds for each order, by process. */
    Map<String, Double> cpuPerOrder() throws Exception {
        int orders = run.scale().costOrders();
        String placed = "orders WHERE order_id >= '%s' AND status = 'CONFIRMED'".formatted(smallestId());
        Map<String, Duration> before = used();
        send(orders);
        run.servers().database().await(placed, orders);
        Map<String, Double> micros = new LinkedHashMap<>();
        used().forEach((name, cpu) ->
                micros.put(name, cpu.minus(before.get(name)).toNanos() / 1e3 / orders));
        return micros;
    }

    /** Megabytes, by process. */
    Map<String, Double> memory() {
        Map<String, Double> megabytes = new LinkedHashMap<>();
        meters.forEach((name, meter) -> megabytes.put(name, meter.residentMegabytes()));
        return megabytes;
    }

    private Map<String, Duration> used() {
        Map<String, Duration> used = new LinkedHashMap<>();
        meters.forEach((name, meter) -> used.put(name, meter.used()));
        return used;
    }

    private void send(int orders) throws Exception {
        OrderClient client = new OrderClient(run.servers().ordersUrl());
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

    /** Of the orders that are placed from now on: only these are counted, which is work for the database too. */
    private static UUID smallestId() {
        return new UUID(System.currentTimeMillis() << 16 | 0x7000, Long.MIN_VALUE);
    }
}
