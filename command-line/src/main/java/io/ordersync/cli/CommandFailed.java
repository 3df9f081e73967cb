package io.ordersync.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot do its work. The message is for the user: it says what is wrong and, where possible, what to do. */
public final class CommandFailed extends RuntimeException {

    public CommandFailed(String message) {
        this(message, null);
    }

    public CommandFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
