package io.ordersync.connect.source.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real faults of the database: the task keeps running, says so and loses nothing. */
class DatabaseOutageIT {

    private final Worker worker = new Worker();
    private final TestStack stack = worker.stack;
    private final String table = "o" + UUID.randomUUID().toString().substring(0, 8);
    private final String topic = "p_" + table;
    private int rows;

    @BeforeEach
    void createTable() {
        stack.sql("CREATE TABLE " + table + " (id INT AUTO_INCREMENT PRIMARY KEY, v INT)");
    }

    @AfterEach
    void close() {
        worker.delete(table);
        stack.sql("DROP TABLE " + table);
    }

    @Test
    void waitsForADatabaseThatIsStopped() throws Exception {
        start();
        stack.stopMariaDb();
        try {
            awaitOutages(1);
            assertThat(stack.states(table)).isEqualTo("RUNNING RUNNING");
        } finally {
            stack.startMariaDb();
        }
        assertRowsArrive();
        assertThat(outages()).isEqualTo(1);
    }

    @Test
    void isRegisteredWhileTheDatabaseIsStopped() throws Exception {
        stack.stopMariaDb();
        try {
            worker.register(table, worker.config(table));
            worker.awaitRunning(table);
            awaitOutages(1);
        } finally {
            stack.startMariaDb();
        }
        assertRowsArrive();
    }

    @Test
    void replacesADeadConnectionWithoutAWarning() {
        start();
        stack.rows("SELECT id FROM information_schema.processlist WHERE user = '" + Worker.LOGIN + "'")
                .forEach(session -> stack.sql("KILL " + session.get("id")));
        assertRowsArrive();
        assertThat(outages()).isZero();
    }

    /** The stop of a task whose database does not answer is prompt. */
    @Test
    void waitsForADatabaseThatDoesNotAnswer() throws Exception {
        worker.register(
                table,
                worker.config(
                        table,
                        "connection.url",
                        stack.mariaDb().jdbcUrl() + "&socketTimeout=1000&connectTimeout=1000"));
        assertRowsArrive();
        stack.mariaDb().freeze();
        try {
            awaitOutages(1);
            assertThat(stack.states(table)).isEqualTo("RUNNING RUNNING");
            long begin = System.nanoTime();
            stack.connect().stop(table);
            Worker.await().until(() -> stack.states(table).equals("STOPPED"));
            assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
            stack.connect().resume(table);
        } finally {
            stack.mariaDb().thaw();
        }
        assertRowsArrive();
    }

    @Test
    void waitsForAFreeConnection() throws Exception {
        start();
        List<Connection> all = new ArrayList<>();
        String before = stack.rows("SELECT @@max_connections AS n").get(0).get("n");
        try (Connection root = stack.mariaDb().connectAsRoot()) {
            root.createStatement().execute("SET GLOBAL max_connections = 10");
            Worker.await().until(() -> outages() > 0 || takesItsConnection(root, all));
            awaitOutages(1);
            assertThat(stack.states(table)).isEqualTo("RUNNING RUNNING");
            root.createStatement().execute("SET GLOBAL max_connections = " + before);
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        assertRowsArrive();
    }

    /** Kills the session of the source, and takes every connection that is free then; always returns false. */
    private static boolean takesItsConnection(Connection root, List<Connection> all) throws SQLException {
        try (var statement = root.createStatement()) {
            statement.execute("KILL USER " + Worker.LOGIN);
        }
        try {
            while (true) {
                all.add(TestStack.running().mariaDb().connect("order_service"));
            }
        } catch (SQLException e) {
            return false; // too many connections
        }
    }

    @Test
    void waitsForANewPassword() throws Exception {
        start();
        stack.sql("ALTER USER '" + Worker.LOGIN + "'@'%' IDENTIFIED BY 'another'");
        stack.rows("SELECT id FROM information_schema.processlist WHERE user = '" + Worker.LOGIN + "'")
                .forEach(session -> stack.sql("KILL " + session.get("id")));
        awaitOutages(1);
        assertThat(stack.states(table)).isEqualTo("RUNNING RUNNING");
        stack.sql("ALTER USER '" + Worker.LOGIN + "'@'%' IDENTIFIED BY '" + Worker.PASSWORD + "'");
        assertRowsArrive();
        assertThat(stack.workerLog()).doesNotContain(Worker.PASSWORD);
    }

    @Test
    void waitsForATableThatIsRenamed() throws Exception {
        start();
        stack.sql("RENAME TABLE " + table + " TO " + table + "_old");
        awaitOutages(1);
        assertThat(stack.states(table)).isEqualTo("RUNNING RUNNING");
        stack.sql("RENAME TABLE " + table + "_old TO " + table);
        assertRowsArrive();
    }

    @Test
    void waitsForTheRightToRead() throws Exception {
        start();
        stack.sql("REVOKE SELECT ON *.* FROM '" + Worker.LOGIN + "'@'%'", "KILL USER " + Worker.LOGIN);
        try {
            Worker.await().until(() -> outages() > 0);
            assertThat(stack.states(table)).isEqualTo("RUNNING RUNNING");
        } finally {
            stack.sql("GRANT SELECT ON *.* TO '" + Worker.LOGIN + "'@'%'");
        }
        assertRowsArrive();
    }

    /** Mode bulk reads over a connection of its own. */
    @Test
    void readsAWholeTableAgainAfterARestart() throws Exception {
        stack.sql("INSERT INTO " + table + " (v) VALUES (1), (2)");
        worker.register(table, worker.config(table, "mode", "bulk"));
        worker.payloads(topic, 4);
        stack.stopMariaDb();
        try {
            awaitOutages(1);
            assertThat(stack.states(table)).isEqualTo("RUNNING RUNNING");
        } finally {
            stack.startMariaDb();
        }
        stack.sql("INSERT INTO " + table + " (v) VALUES (3)");
        Worker.await()
                .until(() -> worker.payloads(topic, 1).stream()
                        .anyMatch(row -> row.get("v").asInt() == 3));
    }

    @Test
    void readsAReadOnlyDatabase() {
        start();
        stack.sql("SET GLOBAL read_only = 1");
        try {
            assertRowsArrive();
        } finally {
            stack.sql("SET GLOBAL read_only = 0");
        }
    }

    @Test
    void warnsWhenTheIdsOfTheTableBeginAnew() {
        start();
        stack.sql("TRUNCATE TABLE " + table, "INSERT INTO " + table + " (v) VALUES (1)");
        Worker.await()
                .until(() -> stack.workerLog()
                        .contains("The next row of Table mydb." + table
                                + " gets the id 2, but ids up to 2 have been read"));
    }

    private void start() {
        worker.register(table, worker.config(table));
        assertRowsArrive();
    }

    private void assertRowsArrive() {
        stack.sql("INSERT INTO " + table + " (v) VALUES (1), (2)");
        rows += 2;
        assertThat(worker.payloads(topic, rows)).hasSize(rows);
    }

    private void awaitOutages(int count) {
        Worker.await().until(() -> outages() == count);
    }

    private long outages() {
        return Pattern.compile("WARN.*\\[" + table + "\\|.* cannot be read since")
                .matcher(stack.workerLog())
                .results()
                .count();
    }
}
