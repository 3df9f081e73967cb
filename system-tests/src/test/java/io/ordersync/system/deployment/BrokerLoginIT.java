package io.ordersync.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.server.SpringService;
import io.ordersync.stack.testing.TestStacks;
import io.ordersync.system.fixture.ServiceClient;
import io.ordersync.system.fixture.SystemTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brokers of somebody else that ask for a login, which the service gets from variables. */
class BrokerLoginIT {

    private static final String USER = "kim";
    private static final String PASSWORD = "a \"secret\"";
    private static final String IN_JAAS = "a \\\"secret\\\"";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PORT = new FreePorts().of("login");
    private static final LocalStack STACK = TestStacks.ofProcesses("broker-login", 4, 1);
    private static final AtomicInteger INSTANCES = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        STACK.broker()
                .addListener(
                        "LOGIN",
                        "SASL_PLAINTEXT",
                        PORT,
                        Map.of(
                                "sasl.enabled.mechanisms",
                                "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
                                "plain.sasl.jaas.config",
                                "org.apache.kafka.common.security.plain.PlainLoginModule required user_%s=\"%s\";"
                                        .formatted(USER, IN_JAAS),
                                "scram-sha-256.sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                                "scram-sha-512.sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required;"));
        STACK.start(STACK.mariaDb(), STACK.broker());
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", STACK.broker().bootstrapServers()))) {
            for (ScramMechanism mechanism : List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
                admin.alterUserScramCredentials(List.of(login(mechanism))).all().get();
            }
        }
    }

    @AfterAll
    static void stop() {
        STACK.parts().planned().forEach(Part::kill);
        STACK.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"})
    void serviceLogsInByVariables(String mechanism) {
        SpringService service = service(mechanism, PASSWORD);
        STACK.start(service);

        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(client(service).place("user-1", "P-1", 1, 1000))
                        .isNotNull());
        service.kill();
    }

    @Test
    void serviceWithAWrongPasswordAcceptsNothing() {
        SpringService service = service("SCRAM-SHA-512", "wrong");
        STACK.start(service);

        assertThat(client(service).post("user-1", "P-1", 1, 1000).join().statusCode())
                .isEqualTo(503);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.logFile())
                        .content()
                        .contains("invalid credentials")
                        .doesNotContain(PASSWORD));
        service.kill();
    }

    private static ServiceClient client(SpringService service) {
        return new ServiceClient(service.url(), SystemTokens.of(STACK));
    }

    private static SpringService service(String mechanism, String password) {
        return STACK.orderService(INSTANCES.incrementAndGet())
                .removeVariable("SPRING_KAFKA_BOOTSTRAP_SERVERS")
                .setVariable("KAFKA_HOST", "127.0.0.1")
                .setVariable("KAFKA_PORT", Integer.toString(PORT))
                .setVariable("KAFKA_SASL_PROTOCOL", "SASL_PLAINTEXT")
                .setVariable("KAFKA_SASL_MECHANISM", mechanism)
                .setVariable("KAFKA_USER", USER)
                .setVariable("KAFKA_PASSWORD", password);
    }

    private static UserScramCredentialAlteration login(ScramMechanism mechanism) {
        return new UserScramCredentialUpsertion(USER, new ScramCredentialInfo(mechanism, 4096), PASSWORD);
    }
}
