package io.ordersync.stack.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.connect.ConnectorFiles;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.server.StackPlan.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each feature adds to a stack. */
class StackPlanTests {

    private static final Checkout CHECKOUT = Checkout.upwardsFrom(Path.of("").toAbsolutePath());

    @Test
    void connectorsOfAFeatureAreInItsFolder() throws Exception {
        assertThat(connectors()).containsExactly("orders-sink");
        assertThat(connectors(Feature.CDC))
                .containsExactly("orders-sink", "marketing-sink", "orders-source", "users-sink", "users-source");
        assertThat(connectors(Feature.POLLING))
                .containsExactly("orders-sink", "users-polling-sink", "users-polling-source");
        assertThat(connectors(Feature.CDC, Feature.POLLING)).hasSize(7);
    }

    @Test
    void loginsOfAFeatureAreMadeWithItAlone() {
        assertThat(scripts()).containsExactly("logins.sql");
        assertThat(scripts(Feature.FULL_JIT)).containsExactly("logins.sql");
        assertThat(scripts(Feature.CDC)).containsExactly("logins.sql", "users.sql", "cdc.sql");
        assertThat(scripts(Feature.POLLING)).containsExactly("logins.sql", "users.sql", "polling.sql");
        assertThat(scripts(Feature.CDC, Feature.POLLING))
                .containsExactly("logins.sql", "users.sql", "cdc.sql", "polling.sql");
    }

    @Test
    void profilesOfTheComposeFileRegisterTheSameFolders() throws Exception {
        String compose = Files.readString(CHECKOUT.root().resolve("docker-compose.yml"));
        for (Feature feature : List.of(Feature.CDC, Feature.POLLING)) {
            assertThat(compose)
                    .containsPattern("profiles: \\[%1$s]\n +environment:\n +CONNECT_HOST: workers\n +CONNECTORS: %1$s\n"
                            .formatted(feature.label()));
        }
    }

    private static List<String> connectors(Feature... features) throws IOException {
        return ConnectorFiles.namesIn(plan(features).connectors(CHECKOUT));
    }

    private static List<String> scripts(Feature... features) {
        List<Path> scripts = plan(features).databaseScripts(CHECKOUT);
        assertThat(scripts).allSatisfy(script -> assertThat(script).isRegularFile());
        return scripts.stream().map(script -> script.getFileName().toString()).toList();
    }

    private static StackPlan plan(Feature... features) {
        return StackPlan.of(new StackFolders(Path.of("target")), new FreePorts())
                .withFeatures(Set.of(features));
    }
}
