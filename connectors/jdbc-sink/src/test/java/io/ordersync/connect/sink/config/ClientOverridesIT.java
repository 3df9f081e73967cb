package io.ordersync.connect.sink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.connect.client.RequestRefused;
import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.testing.connect.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connector may set some options of its Kafka clients, and none that leads them elsewhere. */
class ClientOverridesIT {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern OVERRIDE = Pattern.compile("(consumer|producer|admin)\\.override\\.(.+)");
    private static final String MODULE = "com.sun.security.auth.module.KeyStoreLoginModule";

    private final TestStack stack = TestStack.running();

    @ParameterizedTest
    @CsvSource({
        "consumer.override.bootstrap.servers, elsewhere.example:9092",
        "producer.override.security.protocol, PLAINTEXT",
        "producer.override.ssl.truststore.location, /tmp/other.pem",
        "producer.override.ssl.endpoint.identification.algorithm, ''",
        "consumer.override.sasl.login.class, org.apache.kafka.common.security.authenticator.DefaultLogin",
        "consumer.override.sasl.oauthbearer.token.endpoint.url, http://elsewhere.example/",
        "consumer.override.partition.assignment.strategy, org.apache.kafka.clients.consumer.RangeAssignor",
        "admin.override.metric.reporters, org.apache.kafka.common.metrics.JmxReporter",
        "consumer.override.group.id, catalog-service"
    })
    void refuseWhatIsNotInTheList(String option, String value) {
        try (ItemsPipeline items = new ItemsPipeline()) {
            assertThatThrownBy(() -> stack.connect().put(items.name, items.config(option, value)))
                    .isInstanceOf(RequestRefused.class)
                    .hasMessageContaining("status 400")
                    .hasMessageContaining("The 'Allowlist' policy does not allow '%s' to be overridden"
                            .formatted(option.replaceFirst("\\w+\\.override\\.", "")));
        }
    }

    /** Options of a plugin's own client are no overrides. The worker's JVM refuses the module whichever client names it. */
    @Test
    void noClientMayNameALoginModuleThatIsNotInTheList() {
        try (ItemsPipeline items = new ItemsPipeline()) {
            items.sink(
                    "offsets.table",
                    items.name + "_offset",
                    "offsets.admin.bootstrap.servers",
                    stack.bootstrapServers(),
                    "offsets.admin.security.protocol",
                    "SASL_PLAINTEXT",
                    "offsets.admin.sasl.mechanism",
                    "SCRAM-SHA-512",
                    "offsets.admin.sasl.jaas.config",
                    MODULE + " required;");
            items.send("a", 1);
            ItemsPipeline.await()
                    .untilAsserted(() -> assertThat(stack.workerLog()).contains(MODULE + " is not allowed"));
        }
    }

    @Test
    void allowAPrincipalOfItsOwn() throws Exception {
        try (ItemsPipeline items = new ItemsPipeline()) {
            items.sink(
                    "consumer.override.sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"a\" password=\"b\";",
                    "consumer.override.sasl.mechanism",
                    "SCRAM-SHA-512");
            assertThat(stack.states(items.name)).isEqualTo("RUNNING RUNNING");
        }
    }

    @Test
    void allowWhatTheConnectorsOfThisRepositorySet() throws IOException {
        Set<String> allowed = allowed();
        List<Path> files = definitions();
        assertThat(files)
                .hasSizeGreaterThan(8)
                .allSatisfy(file -> assertThat(overrides(ConnectorDefinition.read(file)))
                        .as(file.toString())
                        .isSubsetOf(allowed));
    }

    private static Set<String> overrides(ConnectorDefinition definition) {
        return definition.config().keySet().stream()
                .flatMap(option -> OVERRIDE.matcher(option).results())
                .map(option -> option.group(2))
                .collect(Collectors.toSet());
    }

    private static List<Path> definitions() throws IOException {
        try (Stream<Path> config = Files.walk(ROOT.resolve("connectors/config"));
                Stream<Path> sinks = Files.walk(ROOT.resolve("benchmarks/sinks"));
                Stream<Path> sources = Files.walk(ROOT.resolve("benchmarks/sources"))) {
            return Stream.of(config, sinks, sources)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".json"))
                    .toList();
        }
    }

    private static Set<String> allowed() throws IOException {
        Properties settings = new Properties();
        try (var in = Files.newInputStream(ROOT.resolve("deploy/connect/worker.properties"))) {
            settings.load(in);
        }
        return Set.of(settings.getProperty("connector.client.config.override.allowlist")
                .split(","));
    }
}
