package io.ordersync.service.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose requests a service takes. The key or the issuer of the tokens is set with Spring Boot's own properties,
 * {@code spring.security.oauth2.resourceserver.jwt.*}.
 *
 * @param open whether the service takes every request without a token, for lessons on one machine; false by default
 * @param openBeyondLoopback whether an open service may listen on another address than loopback, such as that of a container
 *     whose port is published on loopback only; false by default
 * @param issuer the issuer of tokens that are checked with a public key; {@code order-sync} by default
 * @param rolesClaim the claim with the caller's roles; dots lead into nested claims, as in {@code realm_access.roles};
 *     {@code roles} by default
 */
@Validated
@ConfigurationProperties("order-sync.security")
record SecurityProperties(
        @DefaultValue("false") boolean open,
        @DefaultValue("false") boolean openBeyondLoopback,
        @DefaultValue("order-sync") @NotBlank String issuer,
        @DefaultValue("roles") @NotBlank String rolesClaim) {}
