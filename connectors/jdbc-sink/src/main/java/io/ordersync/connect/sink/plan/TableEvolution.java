package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.config.TableConfig;
import io.ordersync.connect.sink.db.Fault;
import io.ordersync.connect.sink.db.Session;
import io.ordersync.connect.sink.db.Table;
import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of a table, creates the table and adds columns where the options allow it. Other tasks may do the same
 * at the same time. Every statement therefore says {@code IF NOT EXISTS}, and the table is read again afterwards.
 */
public final class TableEvolution {

    private static final String COLUMNS = "SELECT column_name FROM information_schema.columns"
            + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ? ORDER BY ordinal_position";

    private final TableName name;
    private final TableConfig config;

    TableEvolution(TableName name, TableConfig config) {
        this.name = name;
        this.config = config;
    }

    /**
     * Returns the table, with a column for every field if the options allow the sink to add those that are missing.
     *
     * @throws SQLException also if the table does not exist: the sink waits until somebody creates it
     * @throws UnstorableRecordException if a field may not become a column
     */
    Table prepare(Session session, @Nullable Table known, List<FieldSource> wanted) throws SQLException {
        Table table = known == null ? find(session) : known;
        if (table == null) {
            session.execute(Ddl.create(name, wanted));
            table = read(session); // another task may have created it, for other fields
        }
        List<FieldSource> missing = missing(table, wanted);
        if (missing.isEmpty()) {
            return table;
        }
        // Somebody may have added the columns since the table was read.
        Table current = read(session);
        missing = missing(current, wanted);
        if (missing.isEmpty() || !config.autoEvolve()) {
            return current;
        }
        missing.stream().filter(source -> !Ddl.canBeAdded(source)).findFirst().ifPresent(source -> {
            throw UnstorableRecordException.noColumn(source, name, Ddl.add(name, List.of(source)));
        });
        session.execute(Ddl.add(name, missing));
        return read(session);
    }

    /** Returns the table, or null if it does not exist and the sink may create it. */
    @Nullable
    Table find(Session session) throws SQLException {
        List<String> columns = columns(session, name);
        if (columns.isEmpty() && !config.autoCreate()) {
            throw Fault.noSuchTable(name);
        }
        return columns.isEmpty() ? null : new Table(name, columns);
    }

    private Table read(Session session) throws SQLException {
        List<String> columns = columns(session, name);
        if (columns.isEmpty()) {
            throw Fault.noSuchTable(name);
        }
        return new Table(name, columns);
    }

    /** Returns the names of the columns in order; empty if the table does not exist or the login has no right to it. */
    public static List<String> columns(Session session, TableName name) throws SQLException {
        List<String> columns = new ArrayList<>();
        PreparedStatement select = session.statement(COLUMNS);
        select.setString(1, name.database());
        select.setString(2, name.name());
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    private static List<FieldSource> missing(Table table, List<FieldSource> wanted) {
        return wanted.stream()
                .filter(source -> table.column(source.field()) == null)
                .toList();
    }
}
