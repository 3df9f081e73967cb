package io.ordersync.marketing;

import org.jspecify.annotations.Nullable;

/** Selects orders; null selects all. */
public record OrderFilter(
        @Nullable String productId, @Nullable String status) {}
