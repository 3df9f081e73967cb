package io.ordersync.connect.rest;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The requests that need no token: those for the health of the worker, and those that workers of one cluster send each other.
 * A worker verifies the signature of the latter itself. A request that a worker only forwards has the token of its sender.
 */
final class RequestsWithoutToken {

    private static final String HEALTH = "health";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern TASKS = Pattern.compile("connectors/[^/]+/tasks");
    private static final Pattern FENCE = Pattern.compile("connectors/[^/]+/fence");

    private RequestsWithoutToken() {}

    /**
     * Whether a request is one of them.
     *
     * @param path the path as the client has sent it, without decoding
     * @param signature the header {@code X-Connect-Authorization}, or null
     */
    static boolean include(String method, String path, @Nullable String signature) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.equals(HEALTH)
                ? READING.contains(method)
                : signature != null && !signature.isBlank() && isInternal(method, relative);
    }

    private static boolean isInternal(String method, String path) {
        return switch (method) {
            case "POST" -> TASKS.matcher(path).matches();
            case "PUT" -> FENCE.matcher(path).matches();
            default -> false;
        };
    }
}
