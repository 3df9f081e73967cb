package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A login that may write its rows only. */
class UnwritablePositionIT {

    private static final TestStack STACK = TestStack.running();

    private final InsertsPipeline inserts = new InsertsPipeline().createLogin();
    private final String login = inserts.table;

    @AfterEach
    void close() {
        inserts.close();
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
        inserts.createPositions();
        assertThat(inserts.awaitAll(50)).isEmpty();
        inserts.awaitPosition(50);
    }

    @Test
    void waitsWhileTheTableIsNotWritable() {
        inserts.createPositions();
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
