package io.ordersync.service;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a service lets a client ask of it.
 *
 * @param maxBodySize the largest body of a request that is read; 64KB is a hundred times what any call needs
 * @param maxRequests requests that are worked on or wait at the same time; a further one is refused at once. 1,100 by
 *     default: each holds some 100 KB of memory
 * @param drain how long the service answers after it was told to end and has said that it is not ready; longer than it takes
 *     a proxy to ask, and none by default
 */
@Validated
@ConfigurationProperties("order-sync.rest")
record RestProperties(
        @NotNull @DefaultValue("64KB") DataSize maxBodySize,
        @Min(1) @DefaultValue("1100") int maxRequests,

        @NotNull @DurationMin(millis = 0) @DefaultValue("0s")
        Duration drain) {}
