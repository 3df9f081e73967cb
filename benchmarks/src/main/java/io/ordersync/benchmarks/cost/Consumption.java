package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.CpuClock;
import io.ordersync.benchmarks.servers.Database;
import io.ordersync.benchmarks.servers.OrderClient;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final List<Part> parts;

    Consumption(Run run) {
        this.run = run;
        LocalStack stack = run.servers().stack();
        this.parts = List.of(
                stack.orderService(1), stack.catalogService(1), stack.worker(), stack.broker(), stack.mariaDb());
    }

    /** Microseconds for each order, by process. */
    Map<String, Double> cpuPerOrder() throws Exception {
        int orders = run.scale().costOrders();
        Map<Part, Duration> before = used();
        Database database = run.servers().database();
        long there = confirmed(database);
        send(orders);
        awaitConfirmed(database, there + orders);
        Map<String, Double> micros = new LinkedHashMap<>();
        used().forEach((part, cpu) ->
                micros.put(part.name(), cpu.minus(before.get(part)).toNanos() / 1e3 / orders));
        return micros;
    }

    /** Megabytes, by process. */
    Map<String, Double> memory() throws IOException {
        Map<String, Double> megabytes = new LinkedHashMap<>();
        for (Part part : parts) {
            megabytes.put(part.name(), new CpuClock(part.pid()).residentMegabytes());
        }
        return megabytes;
    }

    private Map<Part, Duration> used() {
        Map<Part, Duration> used = new LinkedHashMap<>();
        parts.forEach(part -> used.put(part, new CpuClock(part.pid()).used()));
        return used;
    }

    private void send(int orders) throws Exception {
        OrderClient client =
                new OrderClient(run.servers().stack().orderService(1).url());
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
