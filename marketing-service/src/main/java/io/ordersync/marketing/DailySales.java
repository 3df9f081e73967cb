package io.ordersync.marketing;

import java.time.LocalDate;

/**
 * What was sold of a product on a day.
 *
 * @param day in UTC, the day on which the orders were made
 * @param orders how many are confirmed
 * @param quantity their pieces
 * @param revenue their total price, in whole won
 */
public record DailySales(LocalDate day, String productId, long orders, long quantity, long revenue) {}
