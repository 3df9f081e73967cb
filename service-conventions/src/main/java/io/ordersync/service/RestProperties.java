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
 * The limits of a service.
 *
 * @param maxBodySize the largest body of a request; 64KB by default, a hundred times the size of any normal request
 * @param maxRequests requests that the service holds at the same time, including those that wait; a further request is
 *     refused at once; 1,100 by default, since each holds some 100 KB of memory
 * @param drain how long the service still answers requests after it was told to stop and is no longer ready; should exceed
 *     the interval of the proxy's health checks; 0 by default
 */
@Validated
@ConfigurationProperties("order-sync.rest")
record RestProperties(
        @NotNull @DefaultValue("64KB") DataSize maxBodySize,
        @Min(1) @DefaultValue("1100") int maxRequests,

        @NotNull @DurationMin(millis = 0) @DefaultValue("0s")
        Duration drain) {}
