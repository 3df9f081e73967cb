package io.ordersync.service.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KafkaVariablesTests {

    private static final String SERVERS = "spring.kafka.bootstrap-servers";
    private static final String JAAS = "spring.kafka.properties.sasl.jaas.config";

    @Test
    void hostAndPortReplaceTheAddressOfTheService() {
        assertThat(environment("KAFKA_HOST", "kafka", "KAFKA_PORT", "9192").getProperty(SERVERS))
                .isEqualTo("kafka:9192");
    }

    @Test
    void withoutVariablesTheServiceKeepsItsAddress() {
        assertThat(environment().getProperty(SERVERS)).isEqualTo("127.0.0.1:9092");
        assertThat(environment("KAFKA_HOST", "", "KAFKA_PASSWORD", " ").getProperty(SERVERS))
                .isEqualTo("127.0.0.1:9092");
    }

    @Test
    void namesOfSpringBootWin() {
        ConfigurableEnvironment environment = environment(
                "KAFKA_HOST", "kafka",
                "KAFKA_PORT", "9192",
                "KAFKA_SASL_PROTOCOL", "SASL_PLAINTEXT",
                "KAFKA_SASL_MECHANISM", "PLAIN",
                "KAFKA_USER", "kim",
                "KAFKA_PASSWORD", "secret",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", "other:1",
                "SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_SSL",
                "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512",
                "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "own");
        assertThat(environment.getProperty(SERVERS)).isEqualTo("other:1");
        assertThat(environment.getProperty("spring.kafka.security.protocol")).isNull();
        assertThat(environment.getProperty("spring.kafka.properties.sasl.mechanism"))
                .isEqualTo("SCRAM-SHA-512");
        assertThat(environment.getProperty(JAAS)).isEqualTo("own");
    }

    @ParameterizedTest
    @CsvSource({"PLAIN, PlainLoginModule", "SCRAM-SHA-256, ScramLoginModule", "SCRAM-SHA-512, ScramLoginModule"})
    void mechanismChoosesTheLoginModule(String mechanism, String module) {
        ConfigurableEnvironment environment = login(mechanism, "kim", "secret");
        assertThat(environment.getProperty("spring.kafka.security.protocol")).isEqualTo("SASL_SSL");
        assertThat(environment.getProperty("spring.kafka.properties.sasl.mechanism"))
                .isEqualTo(mechanism);
        assertThat(entry(environment).getLoginModuleName()).endsWith("." + module);
    }

    /** Kafka's own parser is the judge. */
    @ParameterizedTest
    @CsvSource({"kim, secret", "'a \"b\"', 'c\\d;e=f '", "'\\', '\"'"})
    void anyUserAndPasswordReachKafka(String user, String password) {
        assertThat(entry(login("PLAIN", user, password)).getOptions())
                .isEqualTo(Map.of("username", user, "password", password));
    }

    @ParameterizedTest
    @CsvSource({
        "KAFKA_HOST, kafka, 'KAFKA_HOST is set, but KAFKA_PORT is not.'",
        "KAFKA_PORT, 9092, 'KAFKA_PORT is set, but KAFKA_HOST is not.'",
        "KAFKA_USER, kim, 'KAFKA_SASL_PROTOCOL is not set, but other variables of the login are.'",
        "KAFKA_SASL_PROTOCOL, PLAINTEXT, 'KAFKA_SASL_PROTOCOL cannot be PLAINTEXT.'",
        "KAFKA_SASL_PROTOCOL, SASL_SSL, 'KAFKA_SASL_MECHANISM is not set, but other variables of the login are.'"
    })
    void halfASettingIsAnError(String variable, String value, String message) {
        assertThatThrownBy(() -> environment(variable, value)).hasMessage(message);
    }

    @Test
    void missingPasswordIsAnError() {
        assertThatThrownBy(() -> environment(
                        "KAFKA_SASL_PROTOCOL", "SASL_SSL", "KAFKA_SASL_MECHANISM", "PLAIN", "KAFKA_USER", "kim"))
                .hasMessage("KAFKA_PASSWORD is not set, but other variables of the login are.");
    }

    /** Kubernetes sets KAFKA_PORT in each pod of a namespace with a Service named kafka. */
    @Test
    void variableOfKubernetesIsNoSetting() {
        assertThat(environment("KAFKA_PORT", "tcp://10.0.0.1:9092").getProperty(SERVERS))
                .isEqualTo("127.0.0.1:9092");
        assertThatThrownBy(() -> environment("KAFKA_HOST", "kafka", "KAFKA_PORT", "tcp://10.0.0.1:9092"))
                .hasMessage("KAFKA_PORT must be a port, but is tcp://10.0.0.1:9092.");
    }

    private static ConfigurableEnvironment login(String mechanism, String user, String password) {
        return environment(
                "KAFKA_SASL_PROTOCOL", "SASL_SSL",
                "KAFKA_SASL_MECHANISM", mechanism,
                "KAFKA_USER", user,
                "KAFKA_PASSWORD", password);
    }

    private static AppConfigurationEntry entry(ConfigurableEnvironment environment) {
        Password jaas = new Password(environment.getProperty(JAAS));
        return JaasContext.loadClientContext(Map.of("sasl.jaas.config", jaas))
                .configurationEntries()
                .get(0);
    }

    /** An environment with variables, and with an {@code application.yml} that names a broker. */
    private static ConfigurableEnvironment environment(String... variables) {
        Map<String, Object> set = new LinkedHashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            set.put(variables[i], variables[i + 1]);
        }
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, set));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("application.yml", Map.of(SERVERS, "127.0.0.1:9092")));
        ConfigurationPropertySources.attach(environment);
        new KafkaVariablesPostProcessor().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
