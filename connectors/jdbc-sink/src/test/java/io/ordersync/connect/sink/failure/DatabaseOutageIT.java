package io.ordersync.connect.sink.failure;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.testing.ForeignCertificate;
import io.ordersync.stack.testing.connect.TestStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real faults of the database: the task keeps running, loses nothing and sends nothing to the dead letters. */
class DatabaseOutageIT {

    /** The smallest value that the server accepts for {@code max_connections}. */
    private static final int CONNECTIONS = 10;

    private final TestStack stack = TestStack.running();
    private final ItemsPipeline items = new ItemsPipeline();

    @AfterEach
    void close() {
        items.close();
    }

    @Test
    void waitsForADatabaseThatIsStopped() {
        items.sink().awaitMarker();
        stack.stopMariaDb();
        try {
            items.send("a", 1).send("b", 2);
            items.awaitOutage();
            assertThat(items.states()).isEqualTo("RUNNING RUNNING");
        } finally {
            stack.startMariaDb();
        }
        assertRecordsAreWritten();
    }

    /** The server shows a certificate of another authority: it may be somebody else at the server's address. */
    @Test
    void waitsForADatabaseWithAForeignCertificate() throws Exception {
        items.sink().awaitMarker();
        try (ForeignCertificate foreign = ForeignCertificate.on(stack.mariaDb())) {
            items.send("a", 1).send("b", 2);
            items.awaitOutage();
            assertThat(items.states()).isEqualTo("RUNNING RUNNING");
            assertThat(stack.workerLog())
                    .containsPattern("WARN.*Table " + items.name + " at .* cannot be written since .*certificat");
        }
        assertRecordsAreWritten();
    }

    @Test
    void isRegisteredAndChangedWhileTheDatabaseIsStopped() throws Exception {
        stack.stopMariaDb();
        try {
            items.send("a", 1).sink();
            items.awaitOutage();
            items.sink("retry.backoff.ms", "300").send("b", 2);
            assertThat(stack.connect().definition(items.name).orElseThrow().config())
                    .containsEntry("retry.backoff.ms", "300");
        } finally {
            stack.startMariaDb();
        }
        assertRecordsAreWritten(2);
    }

    @Test
    void logsEachCauseOfAnOutageOnce() {
        items.sink().awaitMarker();
        stack.sql("RENAME TABLE %1$s TO %1$s_away".formatted(items.name));
        try {
            items.send("a", 1).send("b", 2);
            items.awaitOutage();
            stack.sql("SET GLOBAL read_only = 1", "RENAME TABLE %1$s_away TO %1$s".formatted(items.name));
            await().until(() -> items.outages() == 2);
        } finally {
            stack.sql("SET GLOBAL read_only = 0");
        }
        assertRecordsAreWritten(2);
        assertThat(items.outages()).isEqualTo(2);
        assertThat(stack.workerLog()).containsPattern("WARN.*Table " + items.name + " .*error 1290");
    }

    /** The server comes back, but the table is missing. */
    @Test
    void committedNoteHasTheCurrentCauseAndTheFirstBegin() throws Exception {
        items.sink().awaitMarker();
        stack.sql("RENAME TABLE %1$s TO %1$s_away".formatted(items.name));
        stack.stopMariaDb();
        try {
            items.send("a", 1).send("b", 2);
            await().until(() -> note().contains("Connection refused"));
        } finally {
            stack.startMariaDb();
        }
        String since = note().replaceAll(": .*", "");
        await().until(() -> note().contains("error 1146"));
        assertThat(note()).startsWith(since);
        stack.sql("RENAME TABLE %1$s_away TO %1$s".formatted(items.name));
        assertRecordsAreWritten(2);
        await().until(() -> note().isEmpty());
    }

    /** The text that the task has committed with the offset of its partition. */
    private String note() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            return admin
                    .listConsumerGroupOffsets("connect-" + items.name)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .map(OffsetAndMetadata::metadata)
                    .collect(Collectors.joining());
        }
    }

    @Test
    void waitsForADatabaseThatDoesNotAnswer() {
        items.sink("connection.url", stack.mariaDb().jdbcUrl() + "&socketTimeout=1000&connectTimeout=1000")
                .awaitMarker();
        stack.mariaDb().freeze();
        try {
            items.send("a", 1).send("b", 2);
            items.awaitOutage();
        } finally {
            stack.mariaDb().thaw();
        }
        assertRecordsAreWritten();
    }

    @Test
    void waitsForAReadOnlyDatabase() {
        items.sink().awaitMarker();
        stack.sql("SET GLOBAL read_only = 1");
        try {
            items.send("a", 1).send("b", 2);
            items.awaitOutage();
        } finally {
            stack.sql("SET GLOBAL read_only = 0");
        }
        assertRecordsAreWritten();
    }

    @Test
    void waitsForAMissingTable() {
        stack.sql("DROP TABLE " + items.name);
        items.send("a", 1).send("b", 2).sink();
        items.awaitOutage();
        stack.sql("CREATE TABLE " + items.name + " (" + ItemsPipeline.COLUMNS + ")");
        assertRecordsAreWritten();
    }

    @Test
    void reconnectsAtOnceWhenItsConnectionIsKilled() {
        items.sink().awaitMarker();
        stack.rows("SELECT id FROM information_schema.processlist WHERE user = 'orders_sink'")
                .forEach(session -> stack.sql("KILL " + session.get("id")));
        items.send("a", 1).send("b", 2);
        assertRecordsAreWritten();
        assertThat(items.outages()).isZero();
    }

    @Test
    void waitsForALockOfAnotherTransaction() throws Exception {
        items.send("a", 0).sink().awaitMarker();
        try (var holder = stack.mariaDb().connectAsRoot()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT * FROM " + items.name + " WHERE id = 'a' FOR UPDATE");
            items.send("a", 1).send("b", 2);
            items.awaitOutage();
        }
        assertRecordsAreWritten();
    }

    /** InnoDB rolls back the transaction of the sink, because the other one has changed more rows. */
    @Test
    void repeatsABatchAfterADeadlock() throws Exception {
        items.send("a", 0).send("b", 0).sink().awaitMarker();
        long deadlocks = deadlocks();
        stack.connect().pause(items.name);
        await().until(() -> items.states().equals("PAUSED PAUSED"));
        items.send("a", 1).send("b", 2);
        stack.topics().flush();
        try (Connection other = stack.mariaDb().connectAsRoot();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO " + items.name + " SELECT seq, 0, 0 FROM seq_1_to_100");
            statement.execute("UPDATE " + items.name + " SET qty = -1 WHERE id = 'b'");
            stack.connect().resume(items.name);
            await().pollInterval(Duration.ofMillis(20)).until(this::waitsForALock);
            statement.execute("UPDATE " + items.name + " SET qty = -1 WHERE id = 'a'");
            other.commit();
        }
        assertRecordsAreWritten();
        assertThat(deadlocks()).isEqualTo(deadlocks + 1);
        assertThat(items.outages()).isZero();
    }

    @Test
    void waitsForAServerWithoutFreeConnections() throws Exception {
        items.sink().awaitMarker();
        List<Connection> hogs = new ArrayList<>();
        stack.sql("SET GLOBAL max_connections = " + CONNECTIONS);
        try {
            hogConnections(hogs);
            List<String> sinks = sessions().stream()
                    .filter(id -> hogs.stream().noneMatch(hog -> id.equals(idOf(hog))))
                    .toList();
            sinks.forEach(id -> stack.sql("KILL " + id));
            await().until(() -> hogConnections(hogs) == CONNECTIONS);
            items.send("a", 1).send("b", 2);
            items.awaitOutage();
        } finally {
            for (Connection hog : hogs) {
                hog.close();
            }
            await().untilAsserted(() -> stack.sql("SET GLOBAL max_connections = 151"));
        }
        assertRecordsAreWritten();
    }

    /**
     * A server may execute a statement for hours, and hold its locks, after the client has given up. The sink's login owns
     * the trigger: the server assigns the session of a trigger to its owner.
     */
    @Test
    void killsItsTimedOutStatementOnTheServer() {
        items.sink("connection.url", stack.mariaDb().jdbcUrl() + "&socketTimeout=1000")
                .awaitMarker();
        stack.sql(
                "GRANT TRIGGER ON " + items.name + " TO orders_sink",
                "CREATE DEFINER = orders_sink TRIGGER " + items.name + "_hangs BEFORE INSERT ON " + items.name
                        + " FOR EACH ROW WHILE TRUE DO DO SLEEP(1); END WHILE");
        items.send("a", 1).send("b", 2);
        items.awaitOutage();
        await().until(() -> !sessions().isEmpty());
        List<String> hanging = sessions();
        await().until(() -> Collections.disjoint(sessions(), hanging));
        stack.sql("DROP TRIGGER " + items.name + "_hangs");
        assertRecordsAreWritten();
    }

    @Test
    void pausesResumesAndStopsPromptlyDuringAnOutage() throws Exception {
        items.sink().awaitMarker();
        stack.sql("SET GLOBAL read_only = 1");
        try {
            items.send("a", 1).send("b", 2);
            items.awaitOutage();
            stack.connect().pause(items.name);
            await().atMost(Duration.ofSeconds(3)).until(() -> items.states().equals("PAUSED PAUSED"));
            stack.connect().resume(items.name);
            await().atMost(Duration.ofSeconds(3)).until(() -> items.states().equals("RUNNING RUNNING"));
            stack.connect().stop(items.name);
            await().atMost(Duration.ofSeconds(3)).until(() -> items.states().equals("STOPPED"));
        } finally {
            stack.sql("SET GLOBAL read_only = 0");
        }
        assertThat(items.count()).isZero();
        stack.connect().resume(items.name);
        await().until(() -> items.states().equals("RUNNING RUNNING"));
        assertRecordsAreWritten();
    }

    @Test
    void stopsPromptlyWhileTheDatabaseDoesNotAnswer() throws Exception {
        items.sink().awaitMarker();
        stack.mariaDb().freeze();
        try {
            items.send("a", 1).send("b", 2);
            stack.topics().flush();
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            stack.connect().stop(items.name);
            await().atMost(Duration.ofSeconds(5)).until(() -> items.states().equals("STOPPED"));
        } finally {
            stack.mariaDb().thaw();
        }
        stack.connect().resume(items.name);
        await().until(() -> "1".equals(items.qty("a")) && "2".equals(items.qty("b")));
        assertThat(items.deadLetters()).isEmpty();
        assertThat(stack.workerLog()).doesNotContain("Graceful stop of task " + items.name);
    }

    private boolean waitsForALock() {
        return !stack.rows("SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"
                        + " AND trx_query LIKE 'INSERT INTO `" + items.name + "`%'")
                .isEmpty();
    }

    private long deadlocks() {
        return Long.parseLong(stack.rows("SELECT variable_value AS n FROM information_schema.global_status"
                        + " WHERE variable_name = 'INNODB_DEADLOCKS'")
                .get(0)
                .get("n"));
    }

    private List<String> sessions() {
        return stack.rows("SELECT id FROM information_schema.processlist WHERE user = 'orders_sink'").stream()
                .map(session -> session.get("id"))
                .toList();
    }

    private static String idOf(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet id = statement.executeQuery("SELECT CONNECTION_ID()")) {
            id.next();
            return id.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens all free connections and returns how many it holds. A connection closed a moment ago may still count. */
    private int hogConnections(List<Connection> hogs) {
        while (hogs.size() < CONNECTIONS) {
            try {
                hogs.add(stack.mariaDb().connect("orders_sink"));
            } catch (SQLException e) {
                break;
            }
        }
        return hogs.size();
    }

    private void assertRecordsAreWritten() {
        assertRecordsAreWritten(1);
    }

    /** @param causes the largest number of causes in the log, counted for each task */
    private void assertRecordsAreWritten(int causes) {
        await().until(() -> "1".equals(items.qty("a")) && "2".equals(items.qty("b")));
        assertThat(items.states()).isEqualTo("RUNNING RUNNING");
        assertThat(items.deadLetters()).isEmpty();
        assertThat(items.outages()).as("outages in the log").isLessThanOrEqualTo(causes);
        assertThat(stack.workerLog()).as("log of the driver").doesNotContain("(ErrorPacket)");
    }
}
