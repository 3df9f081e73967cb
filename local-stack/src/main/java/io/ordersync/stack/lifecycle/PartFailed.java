package io.ordersync.stack.lifecycle;

import io.ordersync.stack.process.LogFile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A part could not be started, or ended although it should run. The message is one sentence for the user. */
public final class PartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int FIRST_SIGNAL = 128;

    private PartFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public static PartFailed because(String part, String reason) {
        return new PartFailed("%s could not be started: %s".formatted(part, reason), null);
    }

    public static PartFailed because(String part, Throwable cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new PartFailed("%s could not be started: %s".formatted(part, reason), cause);
    }

    public static PartFailed ended(String part, int exitCode, LogFile log) {
        if (exitCode > FIRST_SIGNAL) {
            return new PartFailed(
                    "%s was ended by signal %d (log: %s)".formatted(part, exitCode - FIRST_SIGNAL, log.path()), null);
        }
        return new PartFailed(
                "%s ended with exit code %d: %s (log: %s)".formatted(part, exitCode, log.lastErrorOrLine(), log.path()),
                null);
    }

    static PartFailed stuck(String part, Duration timeout, String reason, LogFile log) {
        return new PartFailed(
                "%s is stuck: it is not ready and has made no progress for %d s: %s (log: %s)"
                        .formatted(part, timeout.toSeconds(), reason, log.path()),
                null);
    }

    static PartFailed tooSlow(String part, Duration limit, String reason, LogFile log) {
        return new PartFailed(
                "%s still works, but was not ready after %d s: %s (log: %s)"
                        .formatted(part, limit.toSeconds(), reason, log.path()),
                null);
    }
}
