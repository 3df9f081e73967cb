package io.ordersync.connect.rest;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The origins of pages whose requests are answered: that of the worker itself, and those of
 * {@code access.control.allow.origin}.
 */
record AllowedOrigins(Set<String> others) {

    private static final String ALLOWED = "access.control.allow.origin";

    /** Methods that change nothing. A page cannot read the answer to them. */
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    /** Values of {@code Sec-Fetch-Site} of requests that no other page has caused. */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    static AllowedOrigins of(Map<String, ?> settings) {
        return new AllowedOrigins(SettingLists.entries(settings, ALLOWED).collect(toUnmodifiableSet()));
    }

    /**
     * Whether a request is allowed by the headers that browsers set.
     *
     * @param origin the header {@code Origin}, or null
     * @param fetchSite the header {@code Sec-Fetch-Site}, or null
     * @param host the header {@code Host}, or null
     */
    boolean include(@Nullable String origin, @Nullable String fetchSite, @Nullable String host, String method) {
        if (origin != null) {
            return others.contains("*")
                    || others.contains(origin)
                    || origin.equalsIgnoreCase("http://" + host)
                    || origin.equalsIgnoreCase("https://" + host);
        }
        return fetchSite == null || OWN_SITE.contains(fetchSite) || SAFE_METHODS.contains(method);
    }
}
