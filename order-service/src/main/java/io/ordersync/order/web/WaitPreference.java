package io.ordersync.order.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** The preference {@code wait} of RFC 7240: how long a client is willing to wait for a final state. */
record WaitPreference(Duration atMost) {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Pattern WAIT = Pattern.compile("(?i)\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?");

    /**
     * Takes the first {@code wait} of all {@code Prefer} headers. More than 30 s becomes 30 s. A value that is not a
     * number of seconds is ignored, as the RFC requires for unknown preferences.
     */
    static Optional<WaitPreference> of(List<String> prefer) {
        return prefer.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(wait -> Duration.ofSeconds(Long.parseLong(wait.group(1))))
                .map(wait -> new WaitPreference(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
    }

    void applyTo(HttpHeaders headers) {
        headers.add("Preference-Applied", "wait=" + atMost.toSeconds());
        headers.add(HttpHeaders.VARY, "Prefer");
    }
}
