package io.ordersync.connect.client;

import java.util.List;

/** A printed stack trace, as Kafka Connect reports it. */
public final class StackTraceText {

    private static final String CAUSE = "Caused by: ";

    private StackTraceText() {}

    /**
     * The exceptions of the causes with their messages, the innermost last. A trace without a cause yields its first line,
     * an empty trace nothing.
     */
    public static List<String> causes(String trace) {
        List<String> causes = trace.lines()
                .filter(line -> line.startsWith(CAUSE))
                .map(line -> line.substring(CAUSE.length()))
                .toList();
        return causes.isEmpty()
                ? trace.lines().filter(line -> !line.isBlank()).limit(1).toList()
                : causes;
    }
}
