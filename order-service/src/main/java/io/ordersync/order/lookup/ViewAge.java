package io.ordersync.order.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How old the shared table is.
 *
 * @param time since when the table lacks states of orders; empty if that is not known
 */
public record ViewAge(Optional<Duration> time) {

    static final ViewAge UNKNOWN = new ViewAge(Optional.empty());

    static ViewAge since(Optional<Instant> oldestMissing, Instant now) {
        return new ViewAge(
                Optional.of(oldestMissing.map(at -> Duration.between(at, now)).orElse(Duration.ZERO)));
    }
}
