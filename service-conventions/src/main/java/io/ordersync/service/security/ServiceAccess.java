package io.ordersync.service.security;

/**
 * Whether a service knows its callers.
 *
 * @param isOpen whether it takes requests without tokens
 */
public record ServiceAccess(boolean isOpen) {}
