package io.ordersync.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.application.name=catalog-service"})
class OpenApiTests {

    @LocalServerPort
    private int port;

    private JsonNode api;

    @BeforeEach
    void read() throws IOException {
        api = Exchange.of(port, "GET /v3/api-docs HTTP/1.1\r\n\r\n").json();
    }

    @Test
    void titleIsTheNameOfTheService() {
        assertThat(api.at("/info/title").asString()).isEqualTo("catalog-service");
    }

    @Test
    void listsTheProblemsOfABody() {
        assertThat(statuses("/baskets", "post"))
                .containsExactly("200", "400", "401", "403", "406", "413", "415", "500", "503");
        assertThat(examples("/baskets", "post", "400"))
                .containsExactly("malformed-request", "invalid-request", "malformed-json");
    }

    @Test
    void listsTheProblemsOfParameters() {
        assertThat(statuses("/baskets", "get")).containsExactly("200", "400", "401", "403", "406", "500", "503");
        assertThat(examples("/baskets", "get", "400")).containsExactly("malformed-request", "invalid-request");
        assertThat(examples("/gone", "get", "400")).containsExactly("malformed-request");
    }

    @Test
    void listsTheProblemsOfTheAnnotations() {
        assertThat(examples("/late", "get", "503"))
                .containsExactly("issuer-unavailable", "overloaded", "database-unavailable", "timed-out");
        assertThat(examples("/gone", "get", "503"))
                .containsExactly("issuer-unavailable", "overloaded", "database-unavailable");
        assertThat(examples("/gone", "get", "410")).containsExactly("basket-gone");
        assertThat(response("/gone", "get", "503")
                        .at("/headers/Retry-After/schema/type")
                        .asString())
                .isEqualTo("integer");
    }

    @Test
    void theServerIsTheOneThatTheDocumentComesFrom() throws IOException {
        for (String path : List.of("/v3/api-docs", "/v3/api-docs.yaml")) {
            for (String host : List.of("evil", "localhost")) {
                Exchange answer = Exchange.raw(
                        port, "GET " + path + " HTTP/1.1\r\nHost: " + host + ":81\r\nConnection: close\r\n\r\n");

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).doesNotContain("evil:81", "localhost:81");
            }
        }
        assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(api.get("servers").size()).isEqualTo(1);
    }

    @Test
    void describesTheTokenThatEveryRequestNeeds() {
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/security/0/token").isArray()).isTrue();
    }

    @Test
    void declaresJsonAsTheContentType() {
        assertThat(response("/baskets", "post", "200").get("content").propertyNames())
                .containsExactly("application/json");
    }

    @Test
    void describesAPageWithItsLink() {
        JsonNode page = response("/baskets", "get", "200");

        assertThat(page.get("description").asString()).isEqualTo("A page of baskets");
        assertThat(page.at("/headers/Link/schema/type").asString()).isEqualTo("string");
        assertThat(page.at("/content/application~1json/schema/type").asString()).isEqualTo("array");
    }

    @Test
    void hasASchemaAndAResponseAndAnExampleForEachProblem() {
        JsonNode components = api.get("components");

        assertThat(components.at("/schemas/ProblemDetail/properties").propertyNames())
                .contains("type", "title", "status", "detail", "instance", "errors");
        assertThat(components.at("/responses").propertyNames())
                .contains("method-not-allowed", "basket-gone")
                .doesNotContain("order-not-found");
        assertThat(components.at("/examples/method-not-allowed/value/status").asInt())
                .isEqualTo(405);
        assertThat(components
                        .at("/examples/invalid-request/value/errors/1/field")
                        .asString())
                .isEqualTo("unitPrice");
    }

    private List<String> statuses(String path, String method) {
        return List.copyOf(operation(path, method).get("responses").propertyNames());
    }

    private List<String> examples(String path, String method, String status) {
        return List.copyOf(response(path, method, status)
                .get("content")
                .get("application/problem+json")
                .get("examples")
                .propertyNames());
    }

    private JsonNode response(String path, String method, String status) {
        return operation(path, method).get("responses").get(status);
    }

    private JsonNode operation(String path, String method) {
        return api.get("paths").get(path).get(method);
    }
}
