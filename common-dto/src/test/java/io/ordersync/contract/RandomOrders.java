package io.ordersync.contract;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Valid orders with texts of any characters, numbers and times up to their limits. */
final class RandomOrders {

    private static final long YEAR_10000 = 253_402_300_800_000L;

    private final Random random;

    RandomOrders(long seed) {
        this.random = new Random(seed);
    }

    OrderRecord next() {
        int unitPrice = random.nextBoolean() ? 1 + random.nextInt(10) : 1 + random.nextInt(Integer.MAX_VALUE);
        int qty = 1 + random.nextInt(Math.min(OrderRecord.MAX_QTY, Integer.MAX_VALUE / unitPrice));
        return new OrderRecord(
                new UUID(random.nextLong(), random.nextLong()),
                text(),
                text(),
                qty,
                unitPrice,
                qty * unitPrice,
                OrderStatus.values()[random.nextInt(OrderStatus.values().length)],
                random.nextBoolean() ? null : text(),
                time(),
                time());
    }

    private Instant time() {
        return Instant.ofEpochMilli((long) (random.nextDouble() * YEAR_10000));
    }

    private String text() {
        return Stream.generate(this::character).limit(1 + random.nextInt(32)).collect(joining());
    }

    private String character() {
        return switch (random.nextInt(5)) {
            case 0 -> Character.toString(random.nextInt(128));
            case 1 -> Character.toString(0xAC00 + random.nextInt(100));
            case 2 -> Character.toString(0x1F600 + random.nextInt(50));
            case 3 -> Character.toString("\"\\{}[]:,/".charAt(random.nextInt(9)));
            default -> "a";
        };
    }
}
