package io.ordersync.connect.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No worker has answered. It is unknown whether a request that changes something was carried out. */
public final class WorkerUnreachable extends IOException {

    private WorkerUnreachable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static WorkerUnreachable at(URI url, Throwable cause) {
        String reason = cause instanceof ConnectException ? "no connection" : cause.toString();
        return new WorkerUnreachable("no Connect worker answers at %s: %s".formatted(url, reason), cause);
    }

    static WorkerUnreachable within(Duration timeout, URI url) {
        return new WorkerUnreachable(
                "the Connect worker at %s has not answered within %s s".formatted(url, timeout.toMillis() / 1000.0),
                null);
    }
}
