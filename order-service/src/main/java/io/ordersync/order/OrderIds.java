package io.ordersync.order;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the ids of orders (RFC 9562). */
@Component
public class OrderIds {

    /** The namespace of ids that are made from an idempotency key; a random constant. */
    private static final UUID NAMESPACE = UUID.fromString("5d9c28a1-52f0-4c4c-9f5e-2f3a3c1e7b64");

    private final NoArgGenerator timeOrdered = Generators.timeBasedEpochGenerator();
    private final NameBasedGenerator named = Generators.nameBasedGenerator(NAMESPACE);

    /** Version 7: the ids, which are the primary key of the shared table, ascend with time. */
    public UUID next() {
        return timeOrdered.generate();
    }

    /** Version 5: the same key of the same user gives the same id on every instance. */
    public UUID of(String userId, IdempotencyKey key) {
        return named.generate(userId.length() + ":" + userId + key.value());
    }
}
