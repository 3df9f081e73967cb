package io.ordersync.catalog.kafka.listener;

import io.ordersync.contract.OrderFormat;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service writes to the topic {@code orders}.
 *
 * @param format the form in which the service writes outcomes; {@code envelope} by default. It reads both forms
 */
@ConfigurationProperties("order-sync.orders-topic")
record OrdersTopicProperties(@DefaultValue("envelope") OrderFormat format) {}
