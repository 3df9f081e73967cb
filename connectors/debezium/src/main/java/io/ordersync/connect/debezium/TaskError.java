package io.ordersync.connect.debezium;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Keeps errors short that quote whole rows. A worker writes the error of a failed task, with all its causes, to a topic, and
 * cannot say that the task has failed if the error is too large for it.
 */
final class TaskError {

    private static final int LONGEST = 4000;

    private TaskError() {}

    /** Returns the error itself, or one that contains the beginnings of all its messages if one of them is long. */
    static RuntimeException shorten(RuntimeException error) {
        boolean isShort = causes(error).allMatch(cause -> text(cause).length() <= LONGEST);
        return isShort
                ? error
                : new ConnectException(causes(error)
                        .map(cause -> cause.getClass().getName() + ": " + beginning(text(cause)))
                        .collect(Collectors.joining("; caused by ")));
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause);
    }

    private static String text(Throwable cause) {
        return String.valueOf(cause.getMessage());
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
