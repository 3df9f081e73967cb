package io.ordersync.benchmarks.servers;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Orders as the world sends them: time-ordered ids, any of 10,000 users, any of some products. */
public final class SampleOrders {

    /** Whole won, the same for every product. */
    public static final int UNIT_PRICE = 1000;

    private static final int USERS = 10_000;

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final Random random = new Random(1);
    private final int products;

    public SampleOrders(int products) {
        this.products = products;
    }

    public static String product(int number) {
        return "product-" + number;
    }

    public OrderRecord next(OrderStatus status) {
        return at(ids.generate(), Instant.now(), status);
    }

    public List<OrderRecord> list(int count, OrderStatus status) {
        return IntStream.range(0, count).mapToObj(number -> next(status)).toList();
    }

    /** An order of the past, for what is in a table before anything is measured; the number makes its id unique. */
    public OrderRecord past(int number, OrderStatus status) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusMillis(number);
        UUID id = new UUID(at.toEpochMilli() << 16 | 0x7000, random.nextLong() >>> 2 | Long.MIN_VALUE);
        return at(id, at, status);
    }

    private OrderRecord at(UUID id, Instant at, OrderStatus status) {
        String user = "user-" + random.nextInt(USERS);
        String product = product(random.nextInt(products));
        return new OrderRecord(id, user, product, 1, UNIT_PRICE, UNIT_PRICE, status, null, at, at);
    }
}
