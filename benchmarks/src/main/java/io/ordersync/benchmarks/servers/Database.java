package io.ordersync.benchmarks.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The stack's database as the stages arrange it and look at it.
 *
 * @param passwords of its logins, by name
 */
public record Database(Supplier<String> jdbcUrl, UnaryOperator<String> passwords) {

    /** As a login of the system, and with the driver settings that a batch needs to be one statement. */
    public Connection connect(String login) throws SQLException {
        String url = jdbcUrl.get() + "?rewriteBatchedStatements=true&useBulkStmts=false&useBulkStmtsForInserts=false";
        return DriverManager.getConnection(url, login, passwords.apply(login));
    }

    public Connection connectAsRoot() throws SQLException {
        return connect("root");
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connectAsRoot();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An empty table with empty indexes. */
    public void empty(String table) throws SQLException {
        execute("TRUNCATE TABLE " + table);
    }

    /** Writes what is only in memory and in the redo log to the files, so that nothing that follows has to do that. */
    public void writeOut(String... tables) throws SQLException {
        execute("FLUSH TABLES %s FOR EXPORT".formatted(String.join(", ", tables)));
    }

    public long count(String rows) throws SQLException {
        return Long.parseLong(ask("SELECT COUNT(*) FROM " + rows));
    }

    /** The first column of the first row. */
    public String ask(String query) throws SQLException {
        try (Connection connection = connectAsRoot();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
