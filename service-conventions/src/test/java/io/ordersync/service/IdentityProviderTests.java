package io.ordersync.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.issuer.IdentityProvider;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that takes the tokens of an identity provider, which is Spring Authorization Server here. */
@ExtendWith(OutputCaptureExtension.class)
class IdentityProviderTests {

    private final IdentityProvider provider = new IdentityProvider();
    private final ConfigurableApplicationContext service = new SpringApplicationBuilder(SampleService.class)
            .run(
                    "--server.port=0",
                    "--order-sync.security.open=false",
                    "--logging.level.io.ordersync.service.security=info",
                    "--order-sync.security.roles-claim=realm_access.roles",
                    "--spring.security.oauth2.resourceserver.jwt.audiences=order-sync",
                    "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + provider.url());

    @AfterEach
    void close() {
        service.close();
        provider.close();
    }

    @Test
    void acceptsTheTokensOfTheProviderForThisAudienceOnly() throws Exception {
        assertThat(get("/parcels/now", provider.token("courier")).status()).isEqualTo(201);
        get("/parcels/now", provider.token("other")).isProblem("invalid-token", 401);
        get("/parcels/now", provider.token("courier") + "a").isProblem("invalid-token", 401);
        assertThat(get("/parcels/now", null)
                        .isProblem("token-required", 401)
                        .json()
                        .get("detail")
                        .asString())
                .contains("Get one from " + provider.url());
    }

    @Test
    void acceptsOnlyVerifiedTokensWhileTheProviderIsAway() throws Exception {
        String known = provider.token("courier");
        assertThat(get("/parcels/later", known).status()).isEqualTo(201);
        provider.close();

        assertThat(get("/parcels/later", known).status()).isEqualTo(201);
    }

    @Test
    void answers503WhileTheProviderHasNeverAnswered() throws Exception {
        String token = provider.token("courier");
        provider.close();

        assertThat(get("/parcels/now", token)
                        .isProblem("issuer-unavailable", 503)
                        .header("Retry-After"))
                .isEqualTo("2");
    }

    @Test
    void asksTheProviderOnceForTokensWithUnknownKeys() throws Exception {
        assertThat(get("/parcels/now", provider.token("courier")).status()).isEqualTo(201);
        int before = provider.keyUses();

        for (int n = 0; n < 20; n++) {
            get("/parcels/now", tokenWithKey("unknown-" + n)).isProblem("invalid-token", 401);
        }

        assertThat(provider.keyUses() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void warnsOnceWhileTheProviderIsAway(CapturedOutput output) throws Exception {
        String token = provider.token("courier");
        provider.close();

        for (int n = 0; n < 5; n++) {
            get("/parcels/now", token).isProblem("issuer-unavailable", 503);
        }

        assertThat(output.getAll()).containsOnlyOnce("keys of the tokens' issuer cannot be read");
    }

    private static String tokenWithKey(String id) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = base64.encodeToString(
                "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(id).getBytes(UTF_8));
        return header + "." + base64.encodeToString("{}".getBytes(UTF_8)) + ".AAAA";
    }

    private Exchange get(String path, @Nullable String token) throws IOException {
        int port = Integer.parseInt(service.getEnvironment().getProperty("local.server.port"));
        String authorization = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
        return Exchange.of(port, "GET " + path + " HTTP/1.1\r\n" + authorization + "\r\n");
    }
}
