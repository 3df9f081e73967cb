package io.ordersync.service.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A typical occurrence of a problem, for the documentation.
 *
 * @param detail see {@link ProblemType#because}
 * @param instance the path of the request, or null if the web server did not understand the request
 * @param properties what a program can read besides the type
 */
public record ProblemExample(String detail, @Nullable String instance, Map<String, Object> properties) {

    public static ProblemExample of(String detail, @Nullable String instance) {
        return new ProblemExample(detail, instance, Map.of());
    }

    public ProblemExample with(String property, Object value) {
        return new ProblemExample(detail, instance, Map.of(property, value));
    }

    public ProblemExample withErrors(InvalidField... fields) {
        return with("errors", List.of(fields));
    }

    /** The members of the JSON object, in the order in which a service writes them. */
    public Map<String, Object> body(ProblemType type) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.uri().toString());
        body.put("title", type.title());
        body.put("status", type.status().value());
        body.put("detail", detail);
        if (instance != null) {
            body.put("instance", instance);
        }
        body.putAll(properties);
        return body;
    }
}
