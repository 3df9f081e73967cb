package io.ordersync.marketing;

import java.time.LocalDate;

/** The position of a row in daily sales, sorted by day and product. */
public record SalesPosition(LocalDate day, String productId) {}
