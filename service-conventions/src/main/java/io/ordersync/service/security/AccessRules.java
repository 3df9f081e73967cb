package io.ordersync.service.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** The paths of a service that need a role; a service declares them as a bean. Every other path needs a token. */
@FunctionalInterface
public interface AccessRules {

    /** The rules of a service whose paths need a token and no role. */
    AccessRules ANY_TOKEN = requests -> {};

    void addTo(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
