package io.ordersync.marketing;

import java.time.LocalDate;

/**
 * The sales of a product on a day.
 *
 * @param day the day in UTC on which the orders were placed
 * @param orders the number of confirmed orders
 * @param quantity the sum of their pieces
 * @param revenue the sum of their total prices in whole won
 */
public record DailySales(LocalDate day, String productId, long orders, long quantity, long revenue) {}
