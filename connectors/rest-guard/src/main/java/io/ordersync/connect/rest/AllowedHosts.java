package io.ordersync.connect.rest;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names by which clients may address the worker. An IP address is always allowed, since nobody can bind another name to
 * it.
 *
 * @param names in lower case
 */
record AllowedHosts(Set<String> names) {

    private static final String ADDITIONAL = "rest.guard.hosts";
    private static final String ADVERTISED = "rest.advertised.host.name";
    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

    static AllowedHosts of(Map<String, ?> settings) {
        return new AllowedHosts(Stream.of(
                        Stream.of("localhost"),
                        SettingLists.entries(settings, ADVERTISED),
                        SettingLists.entries(settings, ADDITIONAL))
                .flatMap(names -> names)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(toUnmodifiableSet()));
    }

    /**
     * Whether a request may have this header {@code Host}.
     *
     * @param header null if the request has none, as in HTTP/1.0; every browser sends one
     */
    boolean include(@Nullable String header) {
        if (header == null) {
            return true;
        }
        String host = PORT.matcher(header.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        return names.contains(host) || ADDRESS.matcher(host).matches();
    }
}
