package io.ordersync.service.login;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Translates {@code KAFKA_HOST}, {@code KAFKA_USER} and the like into the settings of Spring Boot. They weigh more than what
 * the service has in its {@code application.yml}, and less than variables with Boot's own names.
 */
final class KafkaVariablesPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String PROTOCOL_OF_PROPERTIES = "spring.kafka.properties.security.protocol";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.putAll(new KafkaAddress(text(environment, KafkaAddress.HOST), text(environment, KafkaAddress.PORT))
                .properties());
        properties.putAll(new KafkaLogin(
                        text(environment, KafkaLogin.PROTOCOL),
                        text(environment, KafkaLogin.MECHANISM),
                        text(environment, KafkaLogin.USER),
                        text(environment, KafkaLogin.PASSWORD))
                .properties());
        if (environment.containsProperty(PROTOCOL_OF_PROPERTIES)) {
            properties.remove("spring.kafka.security.protocol"); // Boot would prefer it
        }
        if (!properties.isEmpty()) {
            add(environment.getPropertySources(), new MapPropertySource("kafkaVariables", properties));
        }
    }

    private static void add(MutablePropertySources sources, MapPropertySource translated) {
        String variables = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        if (sources.contains(variables)) {
            sources.addAfter(variables, translated);
        } else {
            sources.addLast(translated);
        }
    }

    private static @Nullable String text(ConfigurableEnvironment environment, String variable) {
        String value = environment.getProperty(variable);
        return value == null || value.isBlank() ? null : value;
    }

    /** After the files with settings are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
