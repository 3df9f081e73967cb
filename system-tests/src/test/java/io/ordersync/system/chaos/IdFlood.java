package io.ordersync.system.chaos;

import io.ordersync.system.fixture.OrderSystem;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Clients that ask for orders which do not exist, with ids that look new or look made from an Idempotency-Key. */
final class IdFlood {

    private static final int CLIENTS = 100;

    private final OrderSystem system;
    private final Answers answers;
    private List<CompletableFuture<Void>> clients = List.of();
    private volatile boolean stopped;

    IdFlood(OrderSystem system, Answers answers) {
        this.system = system;
        this.answers = answers;
    }

    void begin() {
        stopped = false;
        clients = IntStream.range(0, CLIENTS).mapToObj(n -> ask(1 + n % 2)).toList();
    }

    void end() {
        stopped = true;
        clients.forEach(CompletableFuture::join);
    }

    /** Asks again after each answer, without a thread of its own. */
    private CompletableFuture<Void> ask(int instance) {
        return system.orders(instance)
                .getAsync("/orders/" + madeUp())
                .handle((answer, failure) -> answers.count("GET of a made-up id", answer))
                .thenComposeAsync(answer -> stopped ? CompletableFuture.completedFuture(null) : ask(instance));
    }

    private static UUID madeUp() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return random.nextBoolean()
                ? new UUID(System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000), variant(random))
                : new UUID(random.nextLong() & ~0xF000L | 0x5000, variant(random));
    }

    private static long variant(ThreadLocalRandom random) {
        return random.nextLong() >>> 2 | Long.MIN_VALUE;
    }
}
