package io.ordersync.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Every way to write the setting leads to one of our two chains, with the rules of access. */
class OpenSettingTests {

    private static final String ISSUER = "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1";

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "no", "off", "0"})
    void demandsTokens(String open) throws IOException {
        try (var service = start("--order-sync.security.open=" + open, ISSUER)) {
            for (String path : List.of("/parcels/now", "/gone", "/actuator/info", "/actuator/other")) {
                get(service, path).isProblem("token-required", 401);
            }
            assertThat(get(service, "/actuator/health").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "on", "1"})
    void opensTheService(String open) throws IOException {
        try (var service = start("--order-sync.security.open=" + open)) {
            assertThat(get(service, "/parcels/now").status()).isEqualTo(201);
            assertThat(get(service, "/gone").status()).isEqualTo(410);
            Exchange.raw(port(service), "GET /gone HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n")
                    .isProblem("malformed-request", 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/manage", "/"})
    void protectsTheActuatorBelowAnotherPath(String path) throws IOException {
        try (var service =
                start("--order-sync.security.open=false", ISSUER, "--management.endpoints.web.base-path=" + path)) {
            String base = path.equals("/") ? "" : path;
            assertThat(get(service, base + "/health").status()).isEqualTo(200);
            get(service, base + "/info").isProblem("token-required", 401);
            get(service, "/actuator/health").isProblem("token-required", 401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/..;/metrics",
                "/actuator/health/..;a=b/metrics",
                "/actuator/health/.;/metrics",
                "/actuator/health/..%3b/metrics",
                "/actuator/health/..%3B/metrics"
            })
    void refusesDotsWithParameters(String path) throws IOException {
        try (var service = start("--order-sync.security.open=false", ISSUER)) {
            assertThat(get(service, path).status()).isEqualTo(400);
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(SampleService.class)
                .properties("server.port=0", "management.endpoints.web.exposure.include=health,info")
                .run(arguments);
    }

    private static Exchange get(ConfigurableApplicationContext service, String path) throws IOException {
        return Exchange.of(port(service), "GET " + path + " HTTP/1.1\r\n\r\n");
    }

    private static int port(ConfigurableApplicationContext service) {
        return Integer.parseInt(service.getEnvironment().getProperty("local.server.port"));
    }
}
