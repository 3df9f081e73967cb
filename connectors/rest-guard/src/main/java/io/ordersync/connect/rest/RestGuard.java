package io.ordersync.connect.rest;

import java.util.Map;
import org.apache.kafka.connect.rest.ConnectRestExtension;
import org.apache.kafka.connect.rest.ConnectRestExtensionContext;

/**
 * An extension of a worker's REST interface, for {@code rest.extension.classes}. It refuses what a browser sends for a page of
 * another origin: requests with a foreign {@code Host}, as a page sends them whose name was bound to the worker's address (DNS
 * rebinding), and requests with a foreign {@code Origin}. The requests of other programs pass.
 *
 * <p>Settings of the worker: {@code rest.guard.hosts} lists names that the {@code Host} may have besides localhost, the
 * {@code rest.advertised.host.name} and any IP address. {@code access.control.allow.origin} lists origins that are allowed.
 */
public final class RestGuard implements ConnectRestExtension {

    private AllowedHosts hosts = AllowedHosts.of(Map.of());
    private AllowedOrigins origins = AllowedOrigins.of(Map.of());

    /** For the worker. */
    public RestGuard() {}

    @Override
    public void configure(Map<String, ?> settings) {
        hosts = AllowedHosts.of(settings);
        origins = AllowedOrigins.of(settings);
    }

    @Override
    public void register(ConnectRestExtensionContext context) {
        context.configurable().register(new ForeignRequestFilter(hosts, origins));
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
}
