package io.ordersync.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a call. */
record Answer(String method, String path, int status, HttpResponse<String> response) {

    static Answer of(String method, String path, HttpResponse<String> response) {
        return new Answer(method, path, response.statusCode(), response);
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    Answer has(int expected) {
        assertThat(status).as("%s %s: %s", method, path, response.body()).isEqualTo(expected);
        return this;
    }

    /** Checks for a Problem Detail of this type that shows no internals. */
    Answer isProblem(String slug, int expected) {
        has(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json().get("type").asString()).isEqualTo("/problems.md#" + slug);
        assertThat(json().get("status").asInt()).isEqualTo(expected);
        assertThat(response.body())
                .doesNotContainIgnoringCase(
                        "exception", "java", "ordersync", "jackson", "select", "mariadb", "127.0.0.1");
        return this;
    }

    boolean isProblem() {
        return header("Content-Type").equals("application/problem+json");
    }

    String slug() {
        return json().get("type").asString().replaceFirst(".*#", "");
    }

    List<String> errors() {
        return json().get("errors")
                .valueStream()
                .map(error -> error.get("field").asString() + " "
                        + error.get("message").asString())
                .toList();
    }
}
