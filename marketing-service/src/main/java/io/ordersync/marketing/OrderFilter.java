package io.ordersync.marketing;

import org.jspecify.annotations.Nullable;

/** Which orders are wanted; null stands for all. */
public record OrderFilter(
        @Nullable String productId, @Nullable String status) {}
