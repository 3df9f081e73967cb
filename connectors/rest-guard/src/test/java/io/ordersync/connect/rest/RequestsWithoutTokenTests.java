package io.ordersync.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsWithoutTokenTests {

    private static final String SIGNATURE = "c2lnbmF0dXJl";

    @Test
    void includeTheHealthOfTheWorker() {
        assertThat(RequestsWithoutToken.include("GET", "health", null)).isTrue();
        assertThat(RequestsWithoutToken.include("HEAD", "/health", null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"POST, connectors/a/tasks", "POST, connectors/a%2Fb/tasks", "PUT, connectors/a/fence"})
    void includeSignedRequestsOfOtherWorkers(String method, String path) {
        assertThat(RequestsWithoutToken.include(method, path, SIGNATURE)).isTrue();
        assertThat(RequestsWithoutToken.include(method, path, null)).isFalse();
        assertThat(RequestsWithoutToken.include(method, path, " ")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, connectors/a/tasks",
        "PUT, connectors/a/tasks",
        "POST, connectors/a/fence",
        "PUT, connectors/a/config",
        "POST, connectors",
        "POST, connectors/a/restart",
        "POST, connectors/a/tasks/0/restart",
        "POST, connectors/a/b/tasks",
        "POST, connectors//tasks",
        "POST, connectors/a/tasks/",
        "PUT, health",
        "POST, health/../connectors/a/tasks"
    })
    void includeNoOtherRequestEvenWithAHeaderThatLooksLikeASignature(String method, String path) {
        assertThat(RequestsWithoutToken.include(method, path, SIGNATURE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "connectors",
                "health/",
                "Health",
                "health/../connectors",
                "health;a=b",
                "healthy",
                "//health"
            })
    void includeNoOtherPath(String path) {
        assertThat(RequestsWithoutToken.include("GET", path, null)).isFalse();
    }
}
