package io.ordersync.connect.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;

/** Says which request a worker answered with an error, and the worker's own message. */
final class ErrorMessage {

    /** How a worker ends a list of errors; of use only to people who use its REST interface themselves. */
    private static final String HINT = "You can also find the above list of errors";

    private ErrorMessage() {}

    static String of(HttpResponse<byte[]> answer) {
        return "the Connect worker answers %s %s with status %d: %s"
                .formatted(
                        answer.request().method(), answer.request().uri().getPath(), answer.statusCode(), text(answer));
    }

    private static String text(HttpResponse<byte[]> answer) {
        try {
            String message = Json.parse(answer.body()).path("message").asText("no message");
            return message.lines().filter(line -> !line.startsWith(HINT)).collect(Collectors.joining(" "));
        } catch (IOException e) {
            return "no message";
        }
    }
}
