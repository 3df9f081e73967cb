package io.ordersync.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OrderSystemExtension.class)
class NoSecretsIT {

    private static final List<String> LOGINS = List.of(
            "root",
            "migrator",
            "order_service",
            "catalog_service",
            "orders_sink",
            "cdc",
            "users_sink",
            "marketing_sink",
            "polling",
            "polling_sink");

    private final OrderSystem system;

    NoSecretsIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void writesNoPasswordIntoALog() throws IOException {
        UUID order = system.orders(1).place("user-1", system.newProduct(1000, 1), 1, 1000);
        system.awaitDecided(List.of(order));

        Path service = system.stack().orderService(1).logFile();
        assertThat(service).content().contains("Started OrderServiceApplication");
        try (Stream<Path> logs = Files.list(service.getParent())) {
            assertThat(logs)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(log -> assertThat(Files.readString(log))
                            .doesNotContain(workerToken())
                            .doesNotContain(system.tokens().of("user-1").substring("Bearer ".length()))
                            .doesNotContain("PRIVATE KEY")
                            .doesNotContain(LOGINS.stream()
                                    .map(login -> system.stack().mariaDb().password(login))
                                    .toArray(String[]::new)));
        }
    }

    private String workerToken() throws IOException {
        return Files.readString(system.stack().worker().token().path()).strip();
    }
}
