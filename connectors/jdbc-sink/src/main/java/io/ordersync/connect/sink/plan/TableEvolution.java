package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.config.TableConfig;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.table.TableReader;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of a table, creates the table and adds columns where the options allow it. Other tasks may do the same
 * at the same time. Every statement therefore says {@code IF NOT EXISTS}, and the table is read again afterwards.
 */
final class TableEvolution {

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
            change(session, Ddl.create(name, wanted));
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
        change(session, Ddl.add(name, missing));
        return read(session);
    }

    /** An unknown error is the fault of the record that needs the change if the session can do anything else. */
    private static void change(Session session, String statement) throws SQLException {
        try {
            session.execute(statement);
        } catch (SQLException e) {
            if (!Fault.of(e).mayBlameRow()) {
                throw e;
            }
            session.probe();
            throw UnstorableRecordException.refusedTable(statement, e);
        }
    }

    /**
     * Returns the table, or null if it does not exist and the sink may create it.
     *
     * @throws UnstorableRecordException if no table can have this name
     */
    @Nullable
    Table find(Session session) throws SQLException {
        Table table = TableReader.read(session, name);
        if (table == null && !config.autoCreate()) {
            throw missing(session);
        }
        return table;
    }

    private Table read(Session session) throws SQLException {
        Table table = TableReader.read(session, name);
        if (table == null) {
            throw missing(session);
        }
        return table;
    }

    /** Only the server knows whether a table could have this name. */
    private SQLException missing(Session session) throws SQLException {
        String select = "SELECT 1 FROM " + name.quoted() + " LIMIT 0";
        try {
            session.execute(select);
        } catch (SQLException e) {
            if (Fault.of(e).mayBlameRow()) {
                session.probe();
                throw UnstorableRecordException.refusedTable(select, e);
            }
        }
        return Fault.noSuchTable(name);
    }

    private static List<FieldSource> missing(Table table, List<FieldSource> wanted) {
        return wanted.stream()
                .filter(source -> table.column(source.field()) == null)
                .toList();
    }
}
