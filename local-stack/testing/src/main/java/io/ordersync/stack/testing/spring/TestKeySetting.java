package io.ordersync.stack.testing.spring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives a service under test the key of {@link TestTokens}. A test can set another key or an issuer. */
final class TestKeySetting implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "test-key",
                        Map.of(
                                "spring.security.oauth2.resourceserver.jwt.public-key-location",
                                "file:" + TestTokens.publicKeyFile())));
    }
}
