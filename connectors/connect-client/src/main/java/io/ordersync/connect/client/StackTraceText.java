package io.ordersync.connect.client;

import java.util.List;

/** A printed stack trace, as Kafka Connect reports it. */
public final class StackTraceText {

    private static final String CAUSE = "Caused by: ";

    private StackTraceText() {}

    /** The exceptions that caused the first one, with their messages; the innermost is the last. */
    public static List<String> causes(String trace) {
        return trace.lines()
                .filter(line -> line.startsWith(CAUSE))
                .map(line -> line.substring(CAUSE.length()))
                .toList();
    }
}
