package io.ordersync.connect.sink.type;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps errors short that quote what is in a record. A worker writes the error of a failed task, with all its causes, to a
 * topic, and cannot say that the task has failed if the error is too large for it.
 */
public final class ErrorText {

    private static final int LONGEST = 4000;

    private ErrorText() {}

    public static String shorten(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    /** Returns the cause, or null if its text or that of one of its own causes is long. */
    public static @Nullable Throwable ifShort(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                        .allMatch(each -> String.valueOf(each.getMessage()).length() <= LONGEST)
                ? cause
                : null;
    }
}
