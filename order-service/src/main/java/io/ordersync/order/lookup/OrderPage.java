package io.ordersync.order.lookup;

import io.ordersync.order.Order;
import java.util.List;

/** A page of orders from the shared table, and the age of the table. */
public record OrderPage(List<Order> orders, ViewAge age) {}
