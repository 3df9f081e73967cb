package io.ordersync.stack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.StackListener;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.lifecycle.PartFailed;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.testing.TestStacks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class MariaDbIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final LocalStack STACK = TestStacks.ofProcesses("mariadb");

    @BeforeAll
    static void start() {
        STACK.start(STACK.mariaDb());
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    @Test
    void hasOneLoginPerJobAndNoOther() throws SQLException {
        assertThat(rows(root(), "SELECT DISTINCT User FROM mysql.user ORDER BY User"))
                .containsExactly(
                        "catalog_service", "cdc", "mariadb.sys", "migrator", "order_service", "orders_sink", "root");
        assertThat(rows(root(), "SHOW DATABASES"))
                .containsExactlyInAnyOrder("information_schema", "mydb", "mysql", "performance_schema", "sys");
    }

    @Test
    void rejectsLoginsWithoutAPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(STACK.mariaDb().jdbcUrl(), "root", ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> DriverManager.getConnection(STACK.mariaDb().jdbcUrl(), "nobody", ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void allowsTheMigratorToGrantRightsOnItsTables() throws SQLException {
        try (Connection migrator = STACK.mariaDb().connect("migrator")) {
            migrator.createStatement().execute("CREATE TABLE shared (id int PRIMARY KEY)");
            try (Connection sink = STACK.mariaDb().connect("orders_sink")) {
                assertThatThrownBy(() -> sink.createStatement().execute("SELECT * FROM shared"))
                        .hasMessageContaining("denied");
                assertThatThrownBy(() -> sink.createStatement().execute("CREATE TABLE mine (id int)"))
                        .hasMessageContaining("denied");
            }
            migrator.createStatement().execute("GRANT SELECT, INSERT ON shared TO orders_sink");
        }
        try (Connection sink = STACK.mariaDb().connect("orders_sink")) {
            sink.createStatement().execute("INSERT INTO shared VALUES (1)");
            assertThatThrownBy(() -> sink.createStatement().execute("DELETE FROM shared"))
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void allowsChangeDataCaptureToReadTheBinaryLog() throws SQLException {
        assertThat(rows(STACK.mariaDb().connect("cdc"), "SHOW MASTER STATUS"))
                .singleElement()
                .asString()
                .startsWith("binlog.");
        try (Connection cdc = STACK.mariaDb().connect("cdc")) {
            assertThatThrownBy(() -> cdc.createStatement().execute("CREATE TABLE mine (id int)"))
                    .hasMessageContaining("denied");
        }
    }

    /** Granted before there was such a table: who captures it may read it from its first moment on. */
    @Test
    void allowsChangeDataCaptureToReadOnlyCapturedTables() throws SQLException {
        try (Connection root = root()) {
            root.createStatement().execute("CREATE TABLE orders AS SELECT 7 AS id");
            root.createStatement().execute("CREATE TABLE others AS SELECT 7 AS id");
        }
        assertThat(rows(STACK.mariaDb().connect("cdc"), "SELECT id FROM orders"))
                .containsExactly("7");
        try (Connection cdc = STACK.mariaDb().connect("cdc")) {
            for (String refused :
                    List.of("SELECT * FROM others", "DELETE FROM orders", "CREATE TABLE users (id int)")) {
                assertThatThrownBy(() -> cdc.createStatement().execute(refused)).hasMessageContaining("denied");
            }
        }
    }

    @Test
    void recreatesTheLoginsAtEachStart() throws Exception {
        try (Connection root = root()) {
            root.createStatement().execute("ALTER USER 'cdc'@'%' IDENTIFIED BY 'forgotten'");
            root.createStatement().execute("CREATE TABLE precious AS SELECT 7 AS id");
        }
        STACK.mariaDb().stop();
        STACK.start(STACK.mariaDb());

        STACK.mariaDb().connect("cdc").close();
        assertThat(rows(root(), "SELECT id FROM precious")).containsExactly("7");
    }

    @Test
    void writesNoPasswordToFilesThatOthersRead() throws Exception {
        Path data = home().resolve("data");
        String secret = STACK.mariaDb().password("migrator");

        assertThat(data.resolve("logins.sql")).doesNotExist();
        assertThat(Files.readString(STACK.mariaDb().logFile())).doesNotContain(secret);
        for (Path binlog : Checkout.matching(data.resolve("mariadb"), "binlog.0*")) {
            assertThat(new String(Files.readAllBytes(binlog), StandardCharsets.ISO_8859_1))
                    .doesNotContain(secret);
        }
        String commandLine = ProcessHandle.of(STACK.mariaDb().pid())
                .orElseThrow()
                .info()
                .commandLine()
                .orElse("");
        assertThat(commandLine).contains("mariadbd").doesNotContain(secret);
    }

    @Test
    void namesAnErrorWhenItsPortIsTaken() {
        Ports same = part -> STACK.mariaDb().port();
        StackPlan plan = StackPlan.of(new StackFolders(home().resolveSibling("second")), same);
        try (LocalStack second = new LocalStack(plan, Checkout.find(), StackListener.SILENT, true)) {
            MariaDb late = second.mariaDb();
            late.start();

            assertThatThrownBy(() -> late.awaitReady(BOUND))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageStartingWith("mariadb ended with exit code 1: ")
                    .hasMessageContaining(late.logFile().toString());
        }
    }

    private static Path home() {
        return STACK.mariaDb().logFile().getParent().getParent();
    }

    private static Connection root() throws SQLException {
        return STACK.mariaDb().connectAsRoot();
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (connection;
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            List<String> first = new ArrayList<>();
            while (result.next()) {
                first.add(result.getString(1));
            }
            return first;
        }
    }
}
