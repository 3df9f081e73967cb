package io.ordersync.connect.rest;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Configurable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.rest.ConnectRestExtension;
import org.apache.kafka.connect.rest.ConnectRestExtensionContext;

/**
 * An extension of a worker's REST interface, for {@code rest.extension.classes}. Every request has to bring a token; only the
 * health of the worker and the signed requests between workers are exempt. Besides, the guard refuses what a browser sends for
 * a page of another origin: requests with a foreign {@code Host}, as a page sends them whose name was bound to the worker's
 * address (DNS rebinding), and requests with a foreign {@code Origin}.
 *
 * <p>Settings of the worker: {@code rest.guard.token.file} names the file with one or two tokens, one a line.
 * {@code rest.guard.open=true} does without tokens, on loopback addresses only. {@code rest.guard.hosts} lists names that the
 * {@code Host} may have besides localhost, the {@code rest.advertised.host.name} and any IP address.
 * {@code access.control.allow.origin} lists origins that are allowed.
 */
public final class RestGuard implements ConnectRestExtension {

    static final String OPEN = "rest.guard.open";
    static final String TOKEN_FILE = "rest.guard.token.file";

    /** A foreign page learns nothing about tokens. */
    private static final int BEFORE_TOKENS = Priorities.AUTHENTICATION - 1;

    private AllowedHosts hosts = AllowedHosts.of(Map.of());
    private AllowedOrigins origins = AllowedOrigins.of(Map.of());
    private Optional<AcceptedTokens> tokens = Optional.empty();

    /** For the worker. */
    public RestGuard() {}

    /** @throws ConfigException if the worker has neither a token nor leave to do without one */
    @Override
    public void configure(Map<String, ?> settings) {
        hosts = AllowedHosts.of(settings);
        origins = AllowedOrigins.of(settings);
        WorkerRequirements.check(settings);
        tokens = isOpen(settings) ? Optional.empty() : Optional.of(tokens(settings));
    }

    @Override
    public void register(ConnectRestExtensionContext context) {
        Configurable<?> rest = context.configurable();
        rest.register(new ForeignRequestFilter(hosts, origins), BEFORE_TOKENS);
        tokens.ifPresent(accepted -> rest.register(new TokenFilter(accepted), Priorities.AUTHENTICATION));
    }

    @Override
    public String version() {
        String version = RestGuard.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    @Override
    public void close() {
        // There is nothing to release.
    }

    private static boolean isOpen(Map<String, ?> settings) {
        Object open = settings.get(OPEN);
        if (open == null || open.toString().equals("false")) {
            return false;
        }
        if (!open.toString().equals("true")) {
            throw new ConfigException(OPEN, open, "must be true or false");
        }
        WorkerRequirements.requireLoopback(settings);
        return true;
    }

    private static AcceptedTokens tokens(Map<String, ?> settings) {
        Object file = settings.get(TOKEN_FILE);
        if (file == null || file.toString().isBlank()) {
            throw new ConfigException(
                    "%s is missing: it must name a file with the token of the REST interface. To do without a token, set %s=true"
                            .formatted(TOKEN_FILE, OPEN));
        }
        AcceptedTokens accepted = new AcceptedTokens(Path.of(file.toString()));
        try {
            accepted.read();
            return accepted;
        } catch (IOException e) {
            throw new ConfigException(TOKEN_FILE, file, "cannot be used: " + e);
        }
    }
}
