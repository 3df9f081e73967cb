package io.ordersync.connect.sink.write.staging;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.plan.Row;
import io.ordersync.connect.sink.plan.StagedInsert;
import io.ordersync.connect.sink.type.TabSeparatedText;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the rows that are staged: those of large batches, where server, driver, rights and columns allow it. */
public final class Staging {

    private static final Logger log = LoggerFactory.getLogger(Staging.class);

    /** With fewer rows the three additional statements take longer than the staging saves. */
    private static final int FEWEST_ROWS = 100;

    private final @Nullable String obstacle;
    private final Map<TableName, Suspension> suspensions = new HashMap<>();
    private final Set<String> logged = new HashSet<>();
    private @Nullable StagingTables tables;

    public Staging(SinkConfig config) {
        this.obstacle = !config.writes().staging()
                ? "write.staging is off"
                : config.database().url().allowsLocalInfile() ? null : "the driver's allowLocalInfile is false";
    }

    /**
     * Prepares rows of one plan. Call it outside a transaction.
     *
     * @return null if the rows are to be written in another way
     * @throws SQLException if the connection is lost
     */
    public @Nullable StagedRows stage(Session session, List<Row> rows) throws SQLException {
        StagedInsert insert = rows.get(0).plan().staged();
        if (insert == null || rows.size() < FEWEST_ROWS) {
            return null;
        }
        Suspension suspension = suspensions.computeIfAbsent(insert.table(), table -> new Suspension());
        String reason = obstacle(session, insert);
        StagedRows staged = reason != null || suspension.skips() ? null : stage(session, insert, rows, suspension);
        report(insert.table(), staged != null, reason != null ? reason : obstacle(session, insert));
        return staged;
    }

    private @Nullable StagedRows stage(Session session, StagedInsert insert, List<Row> rows, Suspension suspension)
            throws SQLException {
        StagingTables known = tables(session);
        if (rows.stream().mapToLong(Row::size).sum() > known.mostBytes()) {
            return null;
        }
        StagingTable.Shape shape = new StagingTable.Shape(insert.types(), insert.needsOrder(rows));
        TabSeparatedText text = new TabSeparatedText();
        int[] widths = new int[shape.types().size()];
        for (int place = 0; place < rows.size(); place++) {
            if (shape.isOrdered()) {
                text.appendNumber(place);
            }
            if (!insert.append(rows.get(place), text, widths)) {
                return null;
            }
        }
        StagingTable table = known.find(insert.table().database(), shape, widths, rows.size());
        return table == null
                ? null
                : new StagedRows(
                        session, table, text, rows.size(), insert.sql(table.name(), shape.isOrdered()), suspension);
    }

    private @Nullable String obstacle(Session session, StagedInsert insert) throws SQLException {
        if (obstacle != null) {
            return obstacle;
        }
        String ofTable = insert.obstacle();
        return ofTable != null
                ? ofTable
                : tables(session).obstacle(insert.table().database());
    }

    /** Logs each way and each reason once for a table. */
    private void report(TableName table, boolean isStaged, @Nullable String reason) {
        String message = reason == null
                ? "Batches of at least %d rows for table %s are staged in a temporary table"
                        .formatted(FEWEST_ROWS, table)
                : "Batches for table %s are not staged in a temporary table, because %s".formatted(table, reason);
        if ((isStaged || reason != null) && logged.add(message)) {
            log.info("{}", message);
        }
    }

    private StagingTables tables(Session session) throws SQLException {
        if (tables == null || !tables.isOf(session)) {
            tables = StagingTables.of(session);
        }
        return tables;
    }
}
