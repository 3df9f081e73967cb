package io.ordersync.connect;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.MariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Real servers, started once for all tests of this module and stopped with its JVM. */
public final class TestStack {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static TestStack running;

    private final LocalStack stack = LocalStack.forTests("connectors");
    private final Connect connect;
    private final Topics topics;

    private TestStack() {
        stack.start(stack.mariaDb(), stack.broker());
        stack.start(stack.worker());
        connect = new Connect(stack.worker().url());
        topics = new Topics(stack.broker().bootstrapServers());
        sql("GRANT SELECT, INSERT, UPDATE, DELETE, ALTER, CREATE ON mydb.* TO orders_sink@'%'");
    }

    public static synchronized TestStack running() {
        if (running == null) {
            running = new TestStack();
        }
        return running;
    }

    public Connect connect() {
        return connect;
    }

    public Topics topics() {
        return topics;
    }

    public String bootstrapServers() {
        return stack.broker().bootstrapServers();
    }

    public MariaDb mariaDb() {
        return stack.mariaDb();
    }

    public void stopMariaDb() {
        stack.mariaDb().stop();
    }

    public void startMariaDb() {
        stack.mariaDb().start();
        stack.mariaDb().awaitReady(PATIENCE);
    }

    public String workerLog() {
        try {
            return Files.readString(stack.worker().logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Executes statements as root. */
    public void sql(String... statements) {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, each value as the text that the server sends. */
    public List<Map<String, String>> rows(String query) {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            ResultSetMetaData columns = result.getMetaData();
            List<Map<String, String>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String table) {
        return Long.parseLong(
                rows("SELECT COUNT(*) AS n FROM `" + table + "`").get(0).get("n"));
    }
}
