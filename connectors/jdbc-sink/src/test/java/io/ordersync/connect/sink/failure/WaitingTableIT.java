package io.ordersync.connect.sink.failure;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.connect.sink.testing.SinkConfigs;
import io.ordersync.stack.testing.connect.TestStack;
import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One task writes several tables, and one of them cannot be written. */
class WaitingTableIT {

    private static final String VALUE = """
            {"schema":{"type":"struct","optional":false,"fields":[
              {"field":"qty","type":"int64","optional":true}]},"payload":{"qty":%d}}""";

    private final TestStack stack = TestStack.running();
    private final String prefix = "w" + UUID.randomUUID().toString().substring(0, 8);
    private final String absent = prefix + "_absent";
    private final String present = prefix + "_present";
    private final String other = prefix + "_other";

    @BeforeEach
    void start() throws Exception {
        stack.topics().create(absent, 1);
        stack.topics().create(present, 1);
        stack.topics().create(other, 1);
        create(present);
        create(other);
        Map<String, String> config = SinkConfigs.with(
                "topics",
                null,
                "topics.regex",
                prefix + ".*",
                "connection.url",
                stack.mariaDb().jdbcUrl(),
                "connection.user",
                "orders_sink",
                "connection.password",
                stack.mariaDb().password("orders_sink"),
                "retry.backoff.ms",
                "300",
                "key.converter",
                "org.apache.kafka.connect.storage.StringConverter",
                "consumer.override.auto.offset.reset",
                "earliest");
        config.put("name", prefix);
        stack.connect().put(prefix, config);
        await().until(() -> stack.states(prefix).equals("RUNNING RUNNING"));
    }

    @AfterEach
    void close() throws Exception {
        stack.connect().delete(prefix);
        stack.sql("DROP TABLE IF EXISTS " + absent + ", " + present + ", " + other);
    }

    @Test
    void aMissingTableHoldsUpNoOtherTable() throws Exception {
        send(absent, 1);
        send(present, 1);
        awaitRows(present, 1);
        for (int n = 2; n <= 20; n++) {
            send(absent, n);
            send(present, n);
            send(other, n);
            awaitRows(present, n);
        }
        awaitRows(other, 19);
        assertThat(warnings(absent)).isEqualTo(1);
        assertThat(warnings(present)).isZero();

        create(absent);

        awaitRows(absent, 20);
        assertThat(stack.states(prefix)).isEqualTo("RUNNING RUNNING");
    }

    @Test
    void aLockedTableHoldsUpNoOtherTableForLong() throws Exception {
        create(absent);
        send(absent, 1);
        awaitRows(absent, 1);
        try (Connection holder = stack.mariaDb().connectAsRoot()) {
            holder.createStatement().execute("LOCK TABLES mydb." + absent + " READ");
            send(absent, 2);
            await().until(() -> warnings(absent) > 0);
            send(present, 1);
            awaitRows(present, 1);
            assertThat(stack.count(absent)).isEqualTo(1);
        }
        awaitRows(absent, 2);
    }

    /** The task starts again at the records that wait. */
    @Test
    void losesNothingAtARestartWhileATableIsMissing() throws Exception {
        for (int n = 1; n <= 10; n++) {
            send(absent, n);
            send(present, n);
        }
        awaitRows(present, 10);
        stack.connect().restart(prefix);
        send(present, 11);
        send(absent, 11);
        awaitRows(present, 11);
        create(absent);
        awaitRows(absent, 11);
    }

    private void create(String table) {
        stack.sql("CREATE TABLE " + table + " (" + ItemsPipeline.COLUMNS.replace(", kafka_offset BIGINT", "") + ")");
    }

    private void send(String topic, int n) {
        stack.topics().send(topic, "k" + n, VALUE.formatted(n));
    }

    private void awaitRows(String table, long rows) {
        await().until(() -> stack.count(table) == rows);
    }

    private long warnings(String table) {
        return stack.workerLog()
                .lines()
                .filter(line -> line.contains("WARN"))
                .filter(line -> line.contains(table + " at"))
                .count();
    }
}
