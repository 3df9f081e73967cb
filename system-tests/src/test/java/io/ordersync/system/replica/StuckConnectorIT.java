package io.ordersync.system.replica;

import static io.ordersync.system.replica.ReplicaSystem.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.stack.cli.context.CommandContext;
import io.ordersync.stack.cli.status.ConnectorReport;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.server.StackPlan.Feature;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The part of {@code ./run status} about connectors, while some are RUNNING and do not move. */
@ExtendWith(ReplicaSystemExtension.class)
class StuckConnectorIT {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String STUCK = "RUNNING, but not moving since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ: ";

    private final ReplicaSystem replicas;

    StuckConnectorIT(ReplicaSystem replicas) {
        this.replicas = replicas;
    }

    @Test
    void namesASinkThatWaitsAndItsCause() {
        insert();
        soon(() -> assertThat(status()).endsWith("all well"));
        replicas.sql("REVOKE INSERT ON mydb.SYNC_USER_TABLE FROM users_sink@'%'");
        try {
            insert();
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(status())
                            .containsPattern(
                                    "users-sink +" + STUCK + "Table SYNC_USER_TABLE at .*INSERT command denied")
                            .containsPattern("orders-sink +RUNNING, tasks: RUNNING, RUNNING\n")
                            .endsWith("not well"));
        } finally {
            replicas.sql("GRANT INSERT ON mydb.SYNC_USER_TABLE TO users_sink@'%'");
        }
        soon(() -> assertThat(status()).doesNotContain("not moving").endsWith("all well"));
    }

    @Test
    void namesASourceWithoutItsDatabaseWhichCanBeChangedMeanwhile() throws Exception {
        soon(() -> assertThat(status()).endsWith("all well"));
        replicas.stack().mariaDb().kill();
        try {
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(status())
                            .containsPattern("users-source +" + STUCK + "it has sent no record and no heartbeat")
                            .containsPattern("orders-source +" + STUCK)
                            .endsWith("not well"));
            Map<String, String> changed = new HashMap<>(
                    replicas.connect().definition("users-source").orElseThrow().config());
            changed.put("poll.interval.ms", "51");
            replicas.connect().put("users-source", changed);
        } finally {
            replicas.stack().start(replicas.stack().mariaDb());
        }
        insert();
        soon(() -> assertThat(status()).endsWith("all well").doesNotContain("not moving"));
        assertThat(replicas.states()).containsOnly("RUNNING");
    }

    private void insert() {
        replicas.sql("INSERT INTO mydb.users (user_id, pwd) VALUES ('%s', 'a hash')".formatted(UUID.randomUUID()));
    }

    /** The lines about the connectors, and at the end whether all are well. */
    private String status() {
        StringWriter text = new StringWriter();
        StackFolders folders =
                new StackFolders(replicas.stack().keeper().logFile().getParent().getParent());
        StackPlan plan = StackPlan.of(folders, new FreePorts()).withFeatures(Set.of(Feature.CDC));
        boolean isWell = new ConnectorReport(CommandContext.of(new PrintWriter(text)), plan)
                .show(replicas.stack().worker());
        return text + (isWell ? "all well" : "not well");
    }
}
