package io.ordersync.service.problem;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * One occurrence of a problem, and the response that reports it.
 *
 * @param properties what a program can read besides the type
 * @param retryAfter when to try again, or null if a retry does not help
 */
public record Problem(
        ProblemType type,
        String detail,
        Map<String, Object> properties,
        @Nullable Duration retryAfter) {

    /**
     * The problem {@code overloaded} with a reason of the service.
     *
     * @param detail see {@link ProblemType#because}
     */
    public static Problem overloaded(String detail) {
        return CommonProblem.OVERLOADED.because(detail).retryAfter(CommonProblem.RETRY_AFTER);
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

    public ProblemDetail body() {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), detail);
        body.setType(type.uri());
        body.setTitle(type.title());
        properties.forEach(body::setProperty);
        return body;
    }

    /** Sets the content type, since an error is a Problem Detail even if the client does not accept it. */
    public HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return headers;
    }
}
