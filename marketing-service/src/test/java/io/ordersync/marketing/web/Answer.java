package io.ordersync.marketing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.spring.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a GET request. */
record Answer(HttpResponse<String> response) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TOKEN = TestTokens.bearer("analyst", "marketing");
    private static final Pattern NEXT = Pattern.compile("<(.+)>; rel=\"next\"");

    static Answer to(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", TOKEN)
                .build();
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    Answer has(int status) {
        assertThat(response.statusCode())
                .as("%s: %s", response.uri(), response.body())
                .isEqualTo(status);
        return this;
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    /** Returns this field of every element. */
    List<String> all(String field) {
        return StreamSupport.stream(has(200).json().spliterator(), false)
                .map(element -> element.get(field).asString())
                .toList();
    }

    Optional<String> next() {
        return response.headers()
                .firstValue("Link")
                .map(NEXT::matcher)
                .filter(Matcher::matches)
                .map(link -> link.group(1));
    }

    /** Checks for a Problem Detail of this type and returns its field errors. */
    List<String> problem(String slug, int status) {
        has(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json().get("type").asString()).isEqualTo("/problems.md#" + slug);
        return StreamSupport.stream(json().path("errors").spliterator(), false)
                .map(error -> error.get("field").asString() + " "
                        + error.get("message").asString())
                .toList();
    }
}
