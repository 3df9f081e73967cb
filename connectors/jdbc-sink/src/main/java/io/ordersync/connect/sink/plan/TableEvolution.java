package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.config.SinkConfig;
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
 * Reads a table's columns, and creates or widens it where the options allow that. Other tasks may do the same at the
 * same time: every statement says {@code IF NOT EXISTS}, and what counts is what is read afterwards.
 */
public final class TableEvolution {

    private static final String COLUMNS = "SELECT column_name FROM information_schema.columns"
            + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ? ORDER BY ordinal_position";

    private final TableName name;
    private final SinkConfig config;

    TableEvolution(TableName name, SinkConfig config) {
        this.name = name;
        this.config = config;
    }

    /**
     * Returns the table with a column for every field that may have one.
     *
     * @throws SQLException also if there is no such table: an outage until somebody creates it
     * @throws UnstorableRecordException if a field may not become a column
     */
    Table fit(Session session, @Nullable Table known, List<FieldSource> wanted) throws SQLException {
        Table table = known == null ? find(session) : known;
        if (table == null) {
            session.execute(Ddl.create(name, wanted));
            table = read(session); // perhaps as another task made it, for other fields
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

    /** The table, or null if there is none yet and one may be created. */
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

    /** The names of a table's columns in order; none if there is no such table, or no right to it. */
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
