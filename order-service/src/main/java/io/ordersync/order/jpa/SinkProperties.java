package io.ordersync.order.jpa;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The sink that writes the shared table.
 *
 * @param connector the name of the connector, under which it keeps its position in the table {@code orders_sink_offset};
 *     {@code orders-sink} by default
 */
@Validated
@ConfigurationProperties("order-sync.sink")
record SinkProperties(@DefaultValue("orders-sink") @NotBlank String connector) {}
