package io.ordersync.stack.testing.connect;

import io.ordersync.stack.server.MariaDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A real server's database as tests arrange it and look at it. */
public record Database(MariaDb server) {

    /** Executes statements as root; fails rather than wait for a lock for long. */
    public void sql(String... statements) {
        try (Connection root = server.connectAsRoot();
                Statement statement = root.createStatement()) {
            statement.execute("SET lock_wait_timeout = 30");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, each value as the text that the server sends. */
    public List<Map<String, String>> rows(String query) {
        try (Connection root = server.connectAsRoot();
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
