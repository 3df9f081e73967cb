package io.ordersync.benchmarks.data;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Orders as clients place them: with time-ordered ids, random users out of 10,000 and random products. */
public final class SampleOrders {

    /** The price of every product in whole won. */
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

    public OrderRecord create(OrderStatus status) {
        return create(ids.generate(), Instant.now(), status);
    }

    public List<OrderRecord> list(int count, OrderStatus status) {
        return IntStream.range(0, count).mapToObj(number -> create(status)).toList();
    }

    /** Creates an order of the past, for tables that are filled before a measurement. The number makes its id unique. */
    public OrderRecord createPast(int number, OrderStatus status) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusMillis(number);
        UUID id = new UUID(at.toEpochMilli() << 16 | 0x7000, random.nextLong() >>> 2 | Long.MIN_VALUE);
        return create(id, at, status);
    }

    private OrderRecord create(UUID id, Instant at, OrderStatus status) {
        String user = "user-" + random.nextInt(USERS);
        String product = product(random.nextInt(products));
        return new OrderRecord(id, user, product, 1, UNIT_PRICE, UNIT_PRICE, status, null, at, at);
    }
}
