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
    INVALID_REQUEST(
            HttpStatus.BAD_REQUEST,
            "Invalid request",
            ProblemExample.of("The request has invalid fields or parameters.", "/catalogs/CATALOG-001")
                    .withErrors(
                            new InvalidField("productName", "must not be blank"),
                            new InvalidField("unitPrice", "must be greater than or equal to 1"))),
    MALFORMED_JSON(
            HttpStatus.BAD_REQUEST,
            "Malformed JSON",
            ProblemExample.of("The body must be one JSON object and nothing else.", "/catalogs/CATALOG-001")),
    MALFORMED_REQUEST(
            HttpStatus.BAD_REQUEST,
            "Malformed request",
            ProblemExample.of("The request line, a header or a parameter is not valid.", null)),
    TOKEN_REQUIRED(
            HttpStatus.UNAUTHORIZED,
            "Token required",
            ProblemExample.of(
                    "This request needs a token in the header Authorization. './run token USER --role ROLE' prints one,"
                            + " or 'docker compose run --rm set-up token USER --role ROLE'.",
                    "/orders")),
    INVALID_TOKEN(
            HttpStatus.UNAUTHORIZED,
            "Invalid token",
            ProblemExample.of(
                    "The token has expired. './run token USER --role ROLE' prints one, or 'docker compose run --rm set-up"
                            + " token USER --role ROLE'.",
                    "/orders")),
    ROLE_REQUIRED(
            HttpStatus.FORBIDDEN,
            "Role required",
            ProblemExample.of(
                    "The token lacks the role that this request needs. './run token USER --role ROLE' prints one, or"
                            + " 'docker compose run --rm set-up token USER --role ROLE'.",
                    "/catalogs/CATALOG-001")),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", ProblemExample.of("There is nothing at this path.", "/catalogue")),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "Method not allowed",
            ProblemExample.of("The header Allow names the methods of this path.", "/catalogs")),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "Not acceptable",
            ProblemExample.of("The answer can only be application/json.", "/catalogs")),
    BODY_TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "Body too large",
            ProblemExample.of("The body is larger than this service reads.", "/catalogs/CATALOG-001")),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Unsupported media type",
            ProblemExample.of("The body must be application/json.", "/catalogs/CATALOG-001")),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Internal error",
            ProblemExample.of("The fault is the service's; it has been logged.", "/catalogs")),
    DATABASE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Database unavailable",
            ProblemExample.of("The database does not answer at the moment.", "/catalogs")),
    OVERLOADED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Overloaded",
            ProblemExample.of("The service holds as many requests as it can at the moment.", "/orders")),
    ISSUER_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Issuer unavailable",
            ProblemExample.of("The keys of the tokens' issuer cannot be read at the moment.", "/orders")),
    TIMED_OUT(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Timed out",
            ProblemExample.of("The answer was not ready in time.", "/orders"));

    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final HttpStatus status;
    private final String title;
    private final ProblemExample example;

    /** An occurrence with the detail of the example, which is true of every occurrence. A 503 can be tried again. */
    public Problem problem() {
        Problem problem = because(example.detail());
        return status == HttpStatus.SERVICE_UNAVAILABLE ? problem.retryAfter(RETRY_AFTER) : problem;
    }

    /** The problem for a status that Tomcat or Spring reports without further detail. */
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
