package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A login that may write its rows only. */
class UnwritablePositionIT {

    private static final TestStack STACK = TestStack.running();

    private final InsertsPipeline inserts = new InsertsPipeline();
    private final String login = inserts.table;

    @BeforeEach
    void createLogin() {
        STACK.sql(
                "CREATE USER %s IDENTIFIED BY 'small'".formatted(login),
                "GRANT SELECT, INSERT ON mydb.%s TO %s".formatted(inserts.table, login));
    }

    @AfterEach
    void close() {
        inserts.close();
        STACK.sql("DROP USER " + login);
    }

    @Test
    void waitsUntilSomebodyCreatesTheTable() {
        sink();
        inserts.send(0, 50);
        String create = "CREATE TABLE `" + inserts.positions + "`";
        String grant = "GRANT SELECT, INSERT, UPDATE, DELETE ON `%s` TO '%s'@'%%'".formatted(inserts.positions, login);
        await().until(() ->
                STACK.workerLog().contains(grant) && STACK.workerLog().contains(create));
        assertThat(inserts.items.states()).isEqualTo("RUNNING RUNNING");
        STACK.sql(
                "CREATE TABLE %s (connector VARCHAR(128), topic VARCHAR(249), topic_partition INT, topic_id CHAR(22) NULL,"
                                .formatted(inserts.positions)
                        + " next_offset BIGINT NOT NULL, PRIMARY KEY (connector, topic, topic_partition))",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON mydb.%s TO %s".formatted(inserts.positions, login));
        assertThat(inserts.awaitAll(50)).isEmpty();
        inserts.awaitPosition(50);
    }

    @Test
    void waitsWhileTheTableIsNotWritable() {
        STACK.sql(
                "CREATE TABLE %s (connector VARCHAR(128), topic VARCHAR(249), topic_partition INT, topic_id CHAR(22) NULL,"
                                .formatted(inserts.positions)
                        + " next_offset BIGINT NOT NULL, PRIMARY KEY (connector, topic, topic_partition))",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON mydb.%s TO %s".formatted(inserts.positions, login));
        sink();
        inserts.send(0, 50).awaitAll(50);
        inserts.awaitPosition(50);
        STACK.sql("REVOKE UPDATE ON mydb.%s FROM %s".formatted(inserts.positions, login));
        inserts.send(50, 100);
        await().until(() -> STACK.workerLog().contains("UPDATE command denied to user '" + login));
        assertThat(inserts.count()).isEqualTo(50);
        STACK.sql("GRANT UPDATE ON mydb.%s TO %s".formatted(inserts.positions, login));
        assertThat(inserts.awaitAll(100)).isEmpty();
    }

    private void sink() {
        inserts.items.sink(inserts.options("connection.user", login, "connection.password", "small"));
    }
}
