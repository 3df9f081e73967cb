package io.ordersync.service.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request. A method of a controller gets the caller as an argument.
 *
 * @param subject the subject of the token; null if the token has none
 * @param isIdentified false if the service is open, so that it takes requests without tokens
 */
public record Caller(@Nullable String subject, Set<String> roles, boolean isIdentified) {

    /** The caller of an open service. */
    public static final Caller ANYONE = new Caller(null, Set.of(), false);

    /** Whether the caller has a role. Nobody lacks a role in an open service. */
    public boolean has(String role) {
        return !isIdentified || roles.contains(role);
    }

    /** The subject of the token, if there is one. */
    public Optional<String> user() {
        return Optional.ofNullable(subject);
    }
}
