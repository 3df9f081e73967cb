package io.ordersync.order;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Makes the ids of orders (RFC 9562), and tells from an id whether its order may not be in the shared table yet. */
@Component
@RequiredArgsConstructor
public class OrderIds {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    /** The namespace of ids that are made from an idempotency key; a random constant. */
    private static final UUID NAMESPACE = UUID.fromString("5d9c28a1-52f0-4c4c-9f5e-2f3a3c1e7b64");

    private final NoArgGenerator timeOrdered = Generators.timeBasedEpochGenerator();
    private final NameBasedGenerator named = Generators.nameBasedGenerator(NAMESPACE);
    private final Clock clock;

    /** Version 7: the ids, which are the primary key of the shared table, ascend with time. */
    public UUID next() {
        return timeOrdered.generate();
    }

    /** Version 5: the same key of the same user gives the same id on every instance. */
    public UUID of(String userId, IdempotencyKey key) {
        return named.generate(userId.length() + ":" + userId + key.value());
    }

    /** Whether an accepted order with this id may not be in the table yet. An id of version 5 does not contain its age. */
    public boolean mayBeMissingInTable(UUID id) {
        return id.version() == 5
                || (id.version() == 7 && isRecent(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)));
    }

    private boolean isRecent(Instant made) {
        Instant now = clock.instant();
        return made.isAfter(now.minus(LONGEST_DELAY)) && made.isBefore(now.plus(CLOCK_SKEW));
    }
}
