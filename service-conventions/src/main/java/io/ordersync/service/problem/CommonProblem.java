package io.ordersync.service.problem;

import java.time.Duration;
import java.util.Arrays;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;
import org.springframework.http.HttpStatus;

/** The problems that any service can have. */
@Getter
@Accessors(fluent = true)
@RequiredArgsConstructor
public enum CommonProblem implements ProblemType {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "Invalid request", "The request has invalid fields or parameters."),
    MALFORMED_JSON(HttpStatus.BAD_REQUEST, "Malformed JSON", "The body must be one JSON object and nothing else."),
    MALFORMED_REQUEST(
            HttpStatus.BAD_REQUEST, "Malformed request", "The request line, a header or a parameter is not valid."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", "There is nothing at this path."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed", "The header Allow names the methods of this path."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable", "The answer can only be application/json."),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Body too large", "The body is larger than this service reads."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type", "The body must be application/json."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", "The fault is the service's; it has been logged."),
    DATABASE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE, "Database unavailable", "The database does not answer at the moment."),
    OVERLOADED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Overloaded",
            "The service holds as many requests as it can at the moment."),
    TIMED_OUT(HttpStatus.SERVICE_UNAVAILABLE, "Timed out", "The answer was not ready in time.");

    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final HttpStatus status;
    private final String title;
    private final String sentence;

    /** An occurrence of which there is nothing to say but what is true of all; a 503 can be tried again. */
    public Problem problem() {
        Problem problem = because(sentence);
        return status == HttpStatus.SERVICE_UNAVAILABLE ? problem.retryAfter(RETRY_AFTER) : problem;
    }

    /** The problem behind a bare status, as the web server and the framework report it. */
    public static Problem of(int status) {
        if (status == HttpStatus.BAD_REQUEST.value()) {
            return MALFORMED_REQUEST.problem();
        }
        return Arrays.stream(values())
                .filter(type -> type.status.value() == status && type.status != HttpStatus.SERVICE_UNAVAILABLE)
                .findFirst()
                .map(CommonProblem::problem)
                .orElseGet(() -> UntypedProblem.of(status));
    }
}
