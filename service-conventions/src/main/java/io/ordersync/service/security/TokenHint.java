package io.ordersync.service.security;

import org.jspecify.annotations.Nullable;

/** Says how to get a token. */
final class TokenHint {

    private static final String OWN_KEY =
            "'./run token USER --role ROLE' prints one, or 'docker compose run --rm set-up token USER --role ROLE'.";

    private TokenHint() {}

    /** @param issuer the address of the identity provider, or null if tokens are signed with the key of this system */
    static String of(@Nullable String issuer) {
        return issuer == null ? OWN_KEY : "Get one from " + issuer + ".";
    }
}
