package io.ordersync.connect.sink;

import static io.ordersync.connect.sink.Items.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.ExtraWorker;
import io.ordersync.connect.TestStack;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker is frozen with a record in its hands, another one takes over, and the first wakes up. */
class StaleWriterIT {

    private final TestStack stack = TestStack.running();
    private final Items items = new Items();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        stack.sql("SET GLOBAL general_log = 0", "SET GLOBAL log_output = 'FILE'");
        items.close();
    }

    @Test
    void cannotUndoWhatItsSuccessorHasWritten() throws Exception {
        stack.sql("SET GLOBAL log_output = 'TABLE'", "SET GLOBAL general_log = 1");
        try (ExtraWorker one = new ExtraWorker(items.name, stack.bootstrapServers(), folder);
                ExtraWorker two = new ExtraWorker(items.name, stack.bootstrapServers(), folder)) {
            await().until(() -> one.isReady() && two.isReady());
            one.connect().register(items.name, config());
            items.send("k", 1);
            await().until(() -> "1".equals(items.qty("k")));

            ExtraWorker stale =
                    Stream.of(one, two).filter(this::hasTask).findFirst().orElseThrow();
            freezeWhileItWrites(stale);
            items.send("k", 3);
            await().until(() -> "3".equals(items.qty("k")));

            long joined = stale.timesJoined();
            stale.thaw();
            await().until(() -> stale.timesJoined() > joined);
            items.awaitMarker();
            assertThat(items.qty("k")).isEqualTo("3");
        }
    }

    /** The statement that writes 2 waits for a lock, so that the worker is in the middle of it. */
    private void freezeWhileItWrites(ExtraWorker worker) throws Exception {
        try (Connection holder = stack.mariaDb().connectAsRoot()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT * FROM " + items.name + " WHERE id = 'k' FOR UPDATE");
            items.send("k", 2);
            await().until(() -> attempts() == 1);
            worker.freeze();
        }
    }

    private int attempts() {
        return stack.rows("SELECT 1 FROM mysql.general_log WHERE argument LIKE 'INSERT INTO `" + items.name
                        + "`%(''k'',2,1)%'")
                .size();
    }

    private boolean hasTask(ExtraWorker worker) {
        return worker.connect()
                .get("/connectors/" + items.name + "/status")
                .at("/tasks/0/worker_id")
                .asText()
                .equals(worker.id());
    }

    private Map<String, String> config() {
        return items.config(
                "connection.url",
                stack.mariaDb().jdbcUrl(),
                "connection.password",
                stack.mariaDb().password("orders_sink"),
                "consumer.override.session.timeout.ms",
                "6000",
                "consumer.override.heartbeat.interval.ms",
                "1000");
    }
}
