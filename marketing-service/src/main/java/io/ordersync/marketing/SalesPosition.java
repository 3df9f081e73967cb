package io.ordersync.marketing;

import java.time.LocalDate;

/** A place among daily sales. */
public record SalesPosition(LocalDate day, String productId) {}
