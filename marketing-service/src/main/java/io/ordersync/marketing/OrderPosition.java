package io.ordersync.marketing;

import java.time.Instant;
import java.util.UUID;

/** A place in the order from newest to oldest: several orders may be made in one millisecond. */
public record OrderPosition(Instant createdAt, UUID orderId) {}
