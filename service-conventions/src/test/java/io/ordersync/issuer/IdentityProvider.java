package io.ordersync.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A running identity provider, whose tokens look like Keycloak's. */
public final class IdentityProvider implements AutoCloseable {

    private final ConfigurableApplicationContext server = new SpringApplicationBuilder(ProviderConfiguration.class)
            .run("--server.port=0", "--server.address=127.0.0.1");

    /** The address that is the issuer of the tokens. */
    public String url() {
        return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
    }

    /** A token that the provider gives to a client of its own. */
    public String token(String client) throws Exception {
        String password = Base64.getEncoder().encodeToString((client + ":secret of " + client).getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/oauth2/token"))
                .header("Authorization", "Basic " + password)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    /** How often the keys were used: for a token, or because somebody has asked for them. */
    public int keyUses() {
        return server.getBean(AtomicInteger.class).get();
    }

    @Override
    public void close() {
        server.close();
    }
}
