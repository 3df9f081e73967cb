package io.ordersync.connect.source.table;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the primary key of a table, by which rows of equal times are ordered. */
public final class PrimaryKey {

    private static final String COLUMNS =
            "SELECT s.column_name, c.data_type, s.sub_part IS NULL FROM information_schema.statistics s"
                    + " JOIN information_schema.columns c USING (table_schema, table_name, column_name)"
                    + " WHERE s.index_name = 'PRIMARY' AND s.table_schema = COALESCE(?, DATABASE()) AND s.table_name = ?"
                    + " ORDER BY s.seq_in_index";

    private static final Set<String> NUMBERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal");
    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "date", "datetime", "timestamp", "uuid", "inet4", "inet6");
    private static final Set<String> BYTES = Set.of("binary", "varbinary");

    private PrimaryKey() {}

    /** Returns the columns; empty if there is no key, or one of a type that texts cannot be compared with. */
    public static List<KeyColumn> read(Session session, TableName table) throws SQLException {
        PreparedStatement select = session.statement(COLUMNS);
        select.setString(1, table.database());
        select.setString(2, table.name());
        List<KeyColumn> key = new ArrayList<>();
        try (ResultSet columns = select.executeQuery()) {
            while (columns.next()) {
                KeyColumn.Kind kind = kind(columns.getString(2));
                if (kind == null || !columns.getBoolean(3)) {
                    return List.of();
                }
                key.add(new KeyColumn(columns.getString(1), kind));
            }
        }
        return key;
    }

    private static KeyColumn.@Nullable Kind kind(String type) {
        if (NUMBERS.contains(type)) {
            return KeyColumn.Kind.NUMBER;
        }
        if (BYTES.contains(type)) {
            return KeyColumn.Kind.BYTES;
        }
        return TEXTS.contains(type) ? KeyColumn.Kind.TEXT : null;
    }
}
