package io.ordersync.service.openapi;

import io.ordersync.service.problem.ProblemPage;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The problems of a service in OpenAPI's words, with the page's examples. */
public class DocumentedProblems {

    static final String SCHEMA = "ProblemDetail";
    private static final String UNAVAILABLE = "503";

    private final Map<String, Map<String, Object>> examples = new LinkedHashMap<>();

    public DocumentedProblems(ProblemPage page, String service) {
        examples.putAll(page.examples(ProblemPage.EVERY_SERVICE));
        examples.putAll(page.examples(service));
    }

    Map<String, Example> examples() {
        Map<String, Example> all = new LinkedHashMap<>();
        examples.forEach((slug, example) ->
                all.put(slug, new Example().summary(title(slug)).value(example)));
        return all;
    }

    /** A response for each type, by its slug. */
    public Map<String, ApiResponse> responses() {
        return examples.keySet().stream()
                .collect(Collectors.toMap(
                        slug -> slug, slug -> response(List.of(slug)), (a, b) -> a, LinkedHashMap::new));
    }

    /** A response for each status of these types, by the status. */
    public Map<String, ApiResponse> responses(Collection<String> slugs) {
        return slugs.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        this::status, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), this::response)));
    }

    private ApiResponse response(List<String> slugs) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref(SCHEMA));
        slugs.forEach(slug -> problem.addExamples(slug, new Example().$ref(slug)));
        ApiResponse response = new ApiResponse()
                .description(slugs.stream().map(this::link).collect(Collectors.joining(", or ")))
                .content(new Content().addMediaType("application/problem+json", problem));
        if (status(slugs.get(0)).equals(UNAVAILABLE)) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("seconds").schema(new IntegerSchema()));
        }
        return response;
    }

    private String link(String slug) {
        return "[%s](%s#%s)".formatted(title(slug), ProblemPage.PATH, slug);
    }

    private String title(String slug) {
        return String.valueOf(example(slug).get("title"));
    }

    private String status(String slug) {
        return String.valueOf(example(slug).get("status"));
    }

    private Map<String, Object> example(String slug) {
        Map<String, Object> example = examples.get(slug);
        if (example == null) {
            throw new IllegalStateException("No section of " + ProblemPage.PATH + " is named " + slug);
        }
        return example;
    }
}
