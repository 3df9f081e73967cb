package io.ordersync.service.openapi;

import io.ordersync.service.problem.ProblemType;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Describes problems in OpenAPI's terms. */
final class DocumentedProblems {

    static final String SCHEMA = "ProblemDetail";

    private DocumentedProblems() {}

    static Example example(ProblemType type) {
        return new Example().summary(type.title()).value(type.example().body(type));
    }

    /** A response for each status of these types, by the status. */
    static Map<String, ApiResponse> responses(Collection<ProblemType> types) {
        return types.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        type -> String.valueOf(type.status().value()),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), DocumentedProblems::response)));
    }

    /** A response with any of these types, which have one status. */
    static ApiResponse response(List<ProblemType> types) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref(SCHEMA));
        types.forEach(type -> problem.addExamples(type.slug(), new Example().$ref(type.slug())));
        ApiResponse response = new ApiResponse()
                .description(types.stream().map(DocumentedProblems::link).collect(Collectors.joining(", or ")))
                .content(new Content().addMediaType("application/problem+json", problem));
        if (types.get(0).status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("seconds").schema(new IntegerSchema()));
        }
        return response;
    }

    private static String link(ProblemType type) {
        return "[%s](%s)".formatted(type.title(), type.uri());
    }
}
