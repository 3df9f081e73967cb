package io.ordersync.connect.debezium.ddl;

import io.debezium.relational.Column;
import io.debezium.relational.SystemVariables;
import io.debezium.relational.Table;
import io.debezium.relational.TableEditor;
import io.debezium.relational.TableId;
import io.debezium.relational.Tables;
import io.debezium.relational.ddl.DdlChanges;
import io.debezium.relational.ddl.DdlParser;
import io.debezium.relational.ddl.DdlParserListener.TableAlteredEvent;
import io.debezium.relational.ddl.DdlParserListener.TableCreatedEvent;
import io.debezium.relational.ddl.DdlParserListener.TableEvent;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Debezium's parser, with the defaults of columns as MariaDB understands them. Debezium keeps the quotes and backslashes of
 * a text as they are written, and ignores bytes.
 */
final class LiteralDdlParser implements DdlParser {

    private static final Logger log = LoggerFactory.getLogger(LiteralDdlParser.class);

    private final DdlParser parser;

    LiteralDdlParser(DdlParser parser) {
        this.parser = parser;
    }

    @Override
    public DdlChanges parse(String sql, Tables tables) {
        DdlChanges changes = parser.parse(sql, tables);
        try {
            correct(sql, changes, tables);
        } catch (RuntimeException e) {
            // A statement that nobody has thought of must not stop the source for good.
            log.warn("The defaults of this statement stay as Debezium reads them: {}", sql, e);
        }
        return changes;
    }

    private static void correct(String sql, DdlChanges changes, Tables tables) {
        Map<String, SqlLiteral> defaults = DefaultLiterals.of(sql);
        if (!defaults.isEmpty()) {
            changes.getEventsByDatabase((database, events) -> events.stream()
                    .filter(event -> event instanceof TableCreatedEvent || event instanceof TableAlteredEvent)
                    .forEach(event -> correct(tables, ((TableEvent) event).tableId(), defaults)));
        }
    }

    private static void correct(Tables tables, TableId id, Map<String, SqlLiteral> defaults) {
        Table table = tables.forTable(id);
        if (table == null) {
            return;
        }
        TableEditor corrected = table.edit();
        defaults.forEach((name, literal) -> {
            Column column = table.columnWithName(name);
            if (column != null) {
                corrected.updateColumn(column.edit()
                        .defaultValueExpression(DefaultExpression.of(column, literal))
                        .create());
            }
        });
        tables.overwriteTable(corrected.create());
    }

    @Override
    public void setCurrentDatabase(String name) {
        parser.setCurrentDatabase(name);
    }

    @Override
    public void setCurrentSchema(String name) {
        parser.setCurrentSchema(name);
    }

    @Override
    public SystemVariables systemVariables() {
        return parser.systemVariables();
    }
}
