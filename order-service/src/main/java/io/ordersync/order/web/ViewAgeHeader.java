package io.ordersync.order.web;

import io.ordersync.order.lookup.ViewAge;
import java.time.Duration;
import java.util.Optional;

/**
 * The header {@code View-Age} of a list: for how many seconds the shared table has lacked a state of an order. A table that
 * is less than a second behind has no header; an age that is not known is {@code unknown}.
 */
final class ViewAgeHeader {

    static final String NAME = "View-Age";

    private ViewAgeHeader() {}

    static Optional<String> of(ViewAge age) {
        return age.time()
                .map(Duration::toSeconds)
                .map(seconds -> seconds < 1 ? Optional.<String>empty() : Optional.of(Long.toString(seconds)))
                .orElseGet(() -> Optional.of("unknown"));
    }
}
