package io.ordersync.outage;

import java.util.regex.Pattern;

/** The part of a message that stays the same as long as its cause does. */
final class Cause {

    /** Numbers of connections, requests, attempts and threads; times and durations; ids and addresses of objects. */
    private static final Pattern CHANGING = Pattern.compile(
            "\\b(?:conn|correlationId|attempt|offset|epoch|thread|requestId)\\s?(?:id)?[=: #]\\s?\\d+"
                    + "|\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+Z?"
                    + "|\\b\\d+(?:\\.\\d+)?\\s?(?:ns|ms|s|seconds?|milliseconds?|minutes?)\\b"
                    + "|\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"
                    + "|\\b(?:\\w*ms|tries|total|active|idle|waiting)=-?\\d+|\\d{10,}"
                    + "|@[0-9a-f]{4,}\\b",
            Pattern.CASE_INSENSITIVE);

    private Cause() {}

    static String of(String message) {
        return CHANGING.matcher(message).replaceAll("");
    }
}
