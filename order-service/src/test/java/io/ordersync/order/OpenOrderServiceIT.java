package io.ordersync.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.spring.RealServers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A service for lessons: nobody sends tokens, so each request names its user. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "order-sync.security.open=true")
@Import(RealServers.class)
class OpenOrderServiceIT {

    @LocalServerPort
    private int port;

    private RestClient rest;

    @BeforeEach
    void client() {
        rest = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @Test
    void servesEveryUserWithoutAToken() {
        String user = "u-" + UUID.randomUUID();
        ResponseEntity<JsonNode> placed = place("""
                {"userId": "%s", "productId": "p", "qty": 1, "unitPrice": 1}""".formatted(user));
        String id = placed.getBody().get("orderId").asString();

        assertThat(placed.getStatusCode().value()).isEqualTo(201);
        assertThat(get("/orders/" + id).getStatusCode().value()).isEqualTo(200);
        assertThat(get("/orders?userId=" + user).getStatusCode().value()).isEqualTo(200);
        assertThat(rest.delete()
                        .uri("/orders/" + id)
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(202);
        assertThat(get("/actuator/metrics").getStatusCode().value()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null | must not be blank", "\"\" | must not be blank", "\"  \" | must not be blank"})
    void anOrderNeedsAUser(String user, String message) {
        ResponseEntity<JsonNode> refused = place("""
                {"userId": %s, "productId": "p", "qty": 1, "unitPrice": 1}""".formatted(user));

        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().get("errors")).hasSize(1);
        assertThat(refused.getBody().at("/errors/0/field").asString()).isEqualTo("userId");
        assertThat(refused.getBody().at("/errors/0/message").asString()).isEqualTo(message);
    }

    @Test
    void namesEveryInvalidField() {
        assertThat(place("{}")
                        .getBody()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactly("productId", "qty", "unitPrice", "userId");
    }

    @ParameterizedTest
    @CsvSource({"/orders, must be given", "/orders?userId=, must not be blank"})
    void aListNeedsAUser(String path, String message) {
        ResponseEntity<JsonNode> refused = get(path);

        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().at("/errors/0/field").asString()).isEqualTo("userId");
        assertThat(refused.getBody().at("/errors/0/message").asString()).isEqualTo(message);
    }

    private ResponseEntity<JsonNode> place(String body) {
        return rest.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return rest.get().uri(path).retrieve().toEntity(JsonNode.class);
    }
}
