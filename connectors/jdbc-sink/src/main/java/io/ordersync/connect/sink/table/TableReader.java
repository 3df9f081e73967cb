package io.ordersync.connect.sink.table;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tables from {@code information_schema}, which shows a login only what it has a right to. */
public final class TableReader {

    private static final String COLUMNS = "SELECT column_name, data_type, column_type, collation_name,"
            + " COALESCE(numeric_scale, 0), COALESCE(datetime_precision, 0), COALESCE(character_maximum_length, 0),"
            + " extra LIKE '%auto_increment%' FROM information_schema.columns"
            + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ? ORDER BY ordinal_position";

    private static final String UNIQUE_INDEXES = "SELECT index_name, COALESCE(column_name, ''), sub_part IS NOT NULL"
            + " FROM information_schema.statistics WHERE non_unique = 0"
            + " AND table_schema = COALESCE(?, DATABASE()) AND table_name = ? ORDER BY index_name, seq_in_index";

    private static final String ENGINE =
            "SELECT engine FROM information_schema.tables JOIN information_schema.engines USING"
                    + " (engine) WHERE transactions = 'NO' AND table_schema = COALESCE(?, DATABASE()) AND table_name = ?";

    private static final String DEFAULT_ENGINE = "SELECT engine FROM information_schema.engines"
            + " WHERE transactions = 'NO' AND engine = COALESCE(@@enforce_storage_engine, @@default_storage_engine)";

    private TableReader() {}

    /** Returns the table, or null if it does not exist or the login has no right to it. */
    public static @Nullable Table read(Session session, TableName name) throws SQLException {
        List<Column> columns = columns(session, name);
        return columns.isEmpty() ? null : new Table(name, columns, uniqueIndexes(session, name));
    }

    /** Returns the columns in order; empty if the table does not exist or the login has no right to it. */
    public static List<Column> columns(Session session, TableName name) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = select(session, COLUMNS, name)) {
            while (rows.next()) {
                columns.add(column(rows));
            }
        }
        return columns;
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getLong(7),
                row.getBoolean(8));
    }

    /** Returns the storage engine of the table if it has no transactions. */
    static Optional<String> engineWithoutTransactions(Session session, TableName name) throws SQLException {
        try (ResultSet rows = select(session, ENGINE, name)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** Returns the storage engine of new tables if it has no transactions. */
    static Optional<String> defaultEngineWithoutTransactions(Session session) throws SQLException {
        try (ResultSet rows = session.statement(DEFAULT_ENGINE).executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private static List<UniqueIndex> uniqueIndexes(Session session, TableName name) throws SQLException {
        Map<String, UniqueIndex> indexes = new LinkedHashMap<>();
        try (ResultSet rows = select(session, UNIQUE_INDEXES, name)) {
            while (rows.next()) {
                var part = new UniqueIndex(rows.getString(1), List.of(rows.getString(2)), rows.getBoolean(3));
                indexes.merge(part.name(), part, UniqueIndex::plus);
            }
        }
        return List.copyOf(indexes.values());
    }

    private static ResultSet select(Session session, String sql, TableName name) throws SQLException {
        PreparedStatement select = session.statement(sql);
        select.setString(1, name.database());
        select.setString(2, name.name());
        return select.executeQuery();
    }
}
