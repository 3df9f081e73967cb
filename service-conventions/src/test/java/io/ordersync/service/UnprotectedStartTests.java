package io.ordersync.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that would be unprotected does not start, unless it says so and stays on this machine. */
@ExtendWith(OutputCaptureExtension.class)
class UnprotectedStartTests {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", ""})
    void anOpenServiceListensOnLoopbackOnly(String address, CapturedOutput output) {
        assertThatThrownBy(() -> start("--order-sync.security.open=true", "--server.address=" + address))
                .rootCause()
                .hasMessageContaining("takes every request without a token, but the service would listen on");
        assertThat(output.getAll())
                .contains(
                        "APPLICATION FAILED TO START",
                        "Set server.address=127.0.0.1, or remove order-sync.security.open");
    }

    @Test
    void aSecondSettingAllowsAnotherAddress(CapturedOutput output) {
        start(
                "--order-sync.security.open=true",
                "--order-sync.security.open-beyond-loopback=true",
                "--server.address=0.0.0.0",
                "--logging.level.io.ordersync.service.security=info");

        assertThat(output.getAll()).contains("This service is open: it takes every request without a token.");
    }

    @Test
    void aServiceWithoutAKeyDoesNotStart(CapturedOutput output) {
        assertThatThrownBy(() -> start("--order-sync.security.open=false"))
                .rootCause()
                .hasMessage("The service has no key to check tokens with.");
        assertThat(output.getAll()).contains("'./run token-key' prints", "order-sync.security.open=true");
    }

    @Test
    void anOpenServiceShowsItsMetricsOnLoopbackOnly(CapturedOutput output) {
        assertThatThrownBy(() -> start("--order-sync.security.open=true", "--management.server.port=0"))
                .rootCause()
                .hasMessageContaining("the service would listen on every address");
        assertThat(output.getAll()).contains("Set management.server.address=127.0.0.1, or remove");
        start("--order-sync.security.open=true", "--management.server.port=0", "--management.server.address=127.0.0.1");
    }

    @Test
    void aServiceThatKnowsKeysAndNoIssuerDoesNotStart(CapturedOutput output) {
        String keys = "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/keys";

        assertThatThrownBy(() -> start("--order-sync.security.open=false", keys))
                .rootCause()
                .hasMessageContaining("nothing says who the issuer is");
        assertThat(output.getAll()).contains("Set spring.security.oauth2.resourceserver.jwt.issuer-uri to the issuer");
        start(
                "--order-sync.security.open=false",
                keys,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1");
    }

    @Test
    void printsNoGeneratedPassword(CapturedOutput output) {
        start("--order-sync.security.open=true");
        start(
                "--order-sync.security.open=false",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1");

        assertThat(output.getAll()).doesNotContain("password");
    }

    private static void start(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--server.port=0"));
        all.addAll(List.of(arguments));
        new SpringApplicationBuilder(SampleService.class)
                .run(all.toArray(String[]::new))
                .close();
    }
}
