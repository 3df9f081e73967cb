package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.Meter;
import io.ordersync.benchmarks.servers.Database;
import io.ordersync.benchmarks.servers.OrderClient;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** CPU time of every process while orders travel the whole way as fast as 64 clients send them. */
final class Consumption {

    private static final int CLIENTS = 64;
    private static final int PRODUCTS = 1000;
    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final long PAUSE_MILLIS = 100;

    private final Run run;
    private final Map<String, Meter> meters;

    Consumption(Run run) {
        this.run = run;
        this.meters = run.servers().meters();
    }

    /** Microseconds for each order, by process. */
    Map<String, Double> cpuPerOrder() throws Exception {
        int orders = run.scale().costOrders();
        Map<String, Duration> before = used();
        Database database = run.servers().database();
        long there = confirmed(database);
        send(orders);
        awaitConfirmed(database, there + orders);
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
        for (int number = 0; number < orders; number++) {
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

    private static void awaitConfirmed(Database database, long rows) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (long there = confirmed(database); there < rows; there = confirmed(database)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d of %d orders are confirmed".formatted(there, rows));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Only those of this day: what filled the table is of the past, and its ids are smaller. */
    private static long confirmed(Database database) throws Exception {
        return database.count(
                "orders WHERE order_id > '019c0000-0000-7000-8000-000000000000' AND status = 'CONFIRMED'");
    }
}
