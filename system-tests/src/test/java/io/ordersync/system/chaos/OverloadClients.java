package io.ordersync.system.chaos;

import io.ordersync.system.fixture.ServiceClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Clients that together send a given number of orders a second, as long as one of them is free. Each waits for its answer. */
final class OverloadClients implements AutoCloseable {

    /** Connections: fewer than a service accepts, more than the requests that it handles at a time. */
    static final int MOST = 1_200;

    /** How long a client waits after a request without an answer. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String url;
    private final String authorization;
    private final String order;
    private final double perSecond;
    private final List<Thread> clients;
    private final AtomicLong turns = new AtomicLong();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private long began;
    private double seconds;
    private volatile boolean stopped;

    OverloadClients(ServiceClient orders, String product, int clients, double perSecond) {
        this.url = orders.url();
        this.authorization = orders.tokens().of("user-1");
        this.order = """
                {"userId": "user-1", "productId": "%s", "qty": 1, "unitPrice": %d}""".formatted(product, TestProducts.UNIT_PRICE);
        this.perSecond = perSecond;
        this.clients = Stream.generate(this::client).limit(clients).toList();
    }

    private Thread client() {
        Thread client = new Thread(this::run);
        client.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        return client;
    }

    /** @param status 0 if no answer came */
    record Answer(int status, long millis, boolean hasRetryAfter) {}

    OverloadClients during(Duration time) {
        begin();
        LockSupport.parkNanos(time.toNanos());
        end();
        return this;
    }

    void begin() {
        began = System.nanoTime();
        clients.forEach(Thread::start);
    }

    /** Stops the clients and waits for the last answers. */
    void end() {
        stopped = true;
        try {
            for (Thread client : clients) {
                client.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        seconds = (System.nanoTime() - began) / 1e9;
        if (!failures.isEmpty()) {
            throw new IllegalStateException("%d clients failed".formatted(failures.size()), failures.peek());
        }
    }

    /** Stops each client after its current answer. */
    @Override
    public void close() {
        stopped = true;
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

    private void run() {
        while (!stopped) {
            try (KeepAliveClient client = new KeepAliveClient(url)) {
                boolean open = true;
                while (open && !stopped) {
                    awaitTurn();
                    open = !place(client).isLast();
                }
            } catch (IOException noAnswer) {
                answers.add(new Answer(0, 0, false));
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Turns have equal distances. A late client takes its turn at once. */
    private void awaitTurn() {
        long due = began + (long) (turns.getAndIncrement() * 1e9 / perSecond);
        long now = System.nanoTime();
        while (now < due && !stopped) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
    }

    private KeepAliveClient.Answer place(KeepAliveClient client) throws IOException {
        long sent = System.nanoTime();
        KeepAliveClient.Answer answer = client.post("/orders", authorization, order);
        answers.add(new Answer(
                answer.status(),
                (System.nanoTime() - sent) / 1_000_000,
                answer.headers().containsKey("retry-after")));
        if (answer.status() == 201) {
            accepted.add(UUID.fromString(
                    ServiceClient.json(answer.body()).get("orderId").asString()));
        }
        return answer;
    }
}
