package io.ordersync.connect.rest;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/** What has to be set in a worker so that nobody gets around the guard. */
final class WorkerRequirements {

    private static final String LISTENERS = "listeners";
    private static final String ADMIN_LISTENERS = "admin.listeners";
    private static final String PROTOCOL = "connect.protocol";
    private static final String SIGNED = "sessioned";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private WorkerRequirements() {}

    /** Without signatures anybody could send what only workers may. The interface for log levels has no guard. */
    static void check(Map<String, ?> settings) {
        Object protocol = settings.get(PROTOCOL);
        if (protocol != null && !protocol.toString().equals(SIGNED)) {
            throw new ConfigException(
                    PROTOCOL, protocol, "must be " + SIGNED + ", so that workers sign their requests to each other");
        }
        if (SettingLists.entries(settings, ADMIN_LISTENERS).findAny().isPresent()) {
            throw new ConfigException(
                    ADMIN_LISTENERS,
                    settings.get(ADMIN_LISTENERS),
                    "must be empty: the guard protects the worker's other listeners only");
        }
    }

    /** A worker without tokens may be reached from this machine alone. */
    static void requireLoopback(Map<String, ?> settings) {
        boolean loopbackOnly =
                SettingLists.entries(settings, LISTENERS).findAny().isPresent()
                        && SettingLists.entries(settings, LISTENERS).allMatch(WorkerRequirements::isLoopback);
        if (!loopbackOnly) {
            throw new ConfigException(
                    LISTENERS,
                    settings.get(LISTENERS),
                    "must have loopback addresses only, such as http://127.0.0.1:8083, when %s is true"
                            .formatted(RestGuard.OPEN));
        }
    }

    private static boolean isLoopback(String listener) {
        try {
            String host = URI.create(listener).getHost();
            return host != null && LOOPBACK.contains(host);
        } catch (IllegalArgumentException e) { // Connect says what is wrong with it
            return false;
        }
    }
}
