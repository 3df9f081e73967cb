package io.ordersync.marketing;

import java.time.Instant;
import java.util.UUID;

/** The position of an order in the sequence from newest to oldest. Several orders may have the same creation time. */
public record OrderPosition(Instant createdAt, UUID orderId) {}
