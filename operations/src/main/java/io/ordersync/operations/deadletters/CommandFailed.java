package io.ordersync.operations.deadletters;

import org.jspecify.annotations.Nullable;

/** A command cannot go on; the message says why, to whoever gave it. */
final class CommandFailed extends RuntimeException {

    CommandFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
