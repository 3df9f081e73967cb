package io.ordersync.system.chaos;

import io.ordersync.system.OrderApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many clients, each with one order at a time, that together offer so many a second as long as any of them is free. */
final class Crowd {

    /** Connections: below what a service takes, above the requests that it holds. */
    static final int MOST = 1_200;

    private final OrderApi orders;
    private final String product;
    private final int clients;
    private final double perSecond;
    private final AtomicLong turns = new AtomicLong();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
    private List<CompletableFuture<Void>> running = List.of();
    private long began;
    private double seconds;
    private volatile boolean stopped;

    Crowd(OrderApi orders, String product, int clients, double perSecond) {
        this.orders = orders;
        this.product = product;
        this.clients = clients;
        this.perSecond = perSecond;
    }

    /** @param status 0 if there was no answer */
    record Answer(int status, long millis, boolean saysWhenToComeBack) {}

    Crowd during(Duration time) {
        begin();
        LockSupport.parkNanos(time.toNanos());
        end();
        return this;
    }

    void begin() {
        began = System.nanoTime();
        running = IntStream.range(0, clients).mapToObj(n -> live()).toList();
    }

    /** Waits for the last answers. */
    void end() {
        stopped = true;
        seconds = (System.nanoTime() - began) / 1e9;
        running.forEach(CompletableFuture::join);
    }

    Queue<Answer> answers() {
        return answers;
    }

    Set<UUID> accepted() {
        return accepted;
    }

    double acceptedPerSecond() {
        return accepted.size() / seconds;
    }

    double offeredPerSecond() {
        return answers.size() / seconds;
    }

    private CompletableFuture<Void> live() {
        return CompletableFuture.runAsync(() -> {}, myTurn())
                .thenCompose(turn -> placeOne())
                .thenCompose(done -> stopped ? CompletableFuture.completedFuture(null) : live());
    }

    /** Turns come at equal distances; who is late takes its turn at once. */
    private Executor myTurn() {
        long due = began + (long) (turns.getAndIncrement() * 1e9 / perSecond);
        return CompletableFuture.delayedExecutor(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private CompletableFuture<Void> placeOne() {
        if (stopped) {
            return CompletableFuture.completedFuture(null);
        }
        long sent = System.nanoTime();
        return orders.post("user-1", product, 1, Shelves.UNIT_PRICE).handle((answer, failure) -> {
            note(answer, (System.nanoTime() - sent) / 1_000_000);
            return null;
        });
    }

    private void note(@Nullable HttpResponse<String> answer, long millis) {
        if (answer == null) {
            answers.add(new Answer(0, millis, false));
            return;
        }
        if (answer.statusCode() == 201) {
            accepted.add(OrderApi.created(answer));
        }
        answers.add(new Answer(
                answer.statusCode(),
                millis,
                answer.headers().firstValue("Retry-After").isPresent()));
    }
}
