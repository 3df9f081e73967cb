package io.ordersync.rest;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * One occurrence of a problem, and the answer that tells the client of it.
 *
 * @param properties what a program may want to read besides the type
 * @param retryAfter when to try again, or null if that would not help
 */
public record Problem(
        ProblemType type,
        String detail,
        Map<String, Object> properties,
        @Nullable Duration retryAfter) {

    /** For what a service finds out about a field or parameter only when it acts on it. */
    public static Problem invalid(InvalidField field) {
        return CommonProblem.INVALID_REQUEST.problem().withErrors(List.of(field));
    }

    public Problem with(String property, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(properties);
        all.put(property, value);
        return new Problem(type, detail, all, retryAfter);
    }

    /** Adds {@code errors}, one entry for each field, sorted. */
    public Problem withErrors(Collection<InvalidField> fields) {
        return with("errors", fields.stream().distinct().sorted().toList());
    }

    /** Adds {@code Retry-After}, in whole seconds. */
    public Problem retryAfter(Duration time) {
        return new Problem(type, detail, properties, time);
    }

    public ResponseEntity<ProblemDetail> response() {
        return ResponseEntity.status(type.status()).headers(headers()).body(body());
    }

    ProblemDetail body() {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), detail);
        body.setType(type.uri());
        body.setTitle(type.title());
        properties.forEach(body::setProperty);
        return body;
    }

    /** The content type is fixed: an error is a Problem Detail, whatever the client accepts. */
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return headers;
    }
}
