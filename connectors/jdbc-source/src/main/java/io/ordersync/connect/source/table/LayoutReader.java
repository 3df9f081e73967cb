package io.ordersync.connect.source.table;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.config.TypeConfig;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a table. The same columns give the same schema, so that converters recognise it. */
public final class LayoutReader {

    private final Relation relation;
    private final TypeConfig config;
    private @Nullable RowLayout last;

    public LayoutReader(Relation relation, TypeConfig config) {
        this.relation = relation;
        this.config = config;
    }

    /** Returns the columns; they stay the same until the end of the transaction, because the statement locks the definition. */
    public RowLayout read(Session session) throws SQLException {
        String sql = "SELECT * FROM " + relation.from() + " LIMIT 0";
        try (ResultSet result = session.statement(sql).executeQuery()) {
            List<ColumnDefinition> columns = ColumnDefinition.of(result.getMetaData());
            if (last == null || !last.hasColumns(columns)) {
                last = new RowLayout(relation.schemaName(), columns, config);
            }
            return last;
        }
    }
}
