package io.ordersync.connect.sink.check;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.database.validation.Finding;
import io.ordersync.connect.sink.config.InsertMode;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.config.SinkOptions;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.table.TableRisks;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds tables that the sink can write, but not as safely as others. */
record RiskCheck(SinkConfig config) {

    /**
     * Returns warnings about a table.
     *
     * @param table null if it does not exist
     */
    List<Finding> find(Session session, TableName name, @Nullable Table table) throws SQLException {
        if (table == null && !config.tables().autoCreate()) {
            return List.of();
        }
        List<Finding> warnings = new ArrayList<>();
        (table == null ? TableRisks.ofNewTable(session, name) : TableRisks.ofEngine(session, name))
                .ifPresent(risk -> warnings.add(Finding.warning(SinkOptions.TABLE_NAME_FORMAT, risk)));
        if (table != null && config.offsets().isEnabled() && !warnings.isEmpty()) {
            warnings.add(Finding.warning(
                    SinkOptions.OFFSETS_TABLE,
                    "Table %s has no transactions, so its rows are not written exactly once, although offsets.table is set."
                            .formatted(name)));
        }
        if (table != null && config.writes().insertMode() == InsertMode.UPSERT) {
            TableRisks.ofUpserts(table, config.keys().fields())
                    .forEach(risk -> warnings.add(Finding.warning(SinkOptions.INSERT_MODE, risk)));
        }
        return warnings;
    }
}
