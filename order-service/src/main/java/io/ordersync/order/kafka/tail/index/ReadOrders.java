package io.ordersync.order.kafka.tail.index;

import io.ordersync.order.view.LoggedOrder;
import java.util.List;
import java.util.Map;

/**
 * What one poll of a consumer has read.
 *
 * @param orders ascending by offset in each partition
 * @param positions how far each partition was read
 */
public record ReadOrders(List<LoggedOrder> orders, Map<Integer, Long> positions) {}
