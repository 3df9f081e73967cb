package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.table.UniqueIndex;
import java.util.List;
import java.util.stream.Stream;

/** Tables without a database: columns named {@code qty} and {@code v} are numbers, all others texts. */
final class Tables {

    private Tables() {}

    static Table of(String name, List<String> primaryKey, String... others) {
        List<Column> columns = Stream.concat(primaryKey.stream(), Stream.of(others))
                .map(Tables::column)
                .toList();
        return new Table(new TableName(null, name), columns, List.of(new UniqueIndex("PRIMARY", primaryKey, false)));
    }

    private static Column column(String name) {
        return List.of("qty", "v").contains(name)
                ? new Column(name, "bigint", "bigint(20)", null, 0, 0, 0, false)
                : new Column(name, "varchar", "varchar(50)", "utf8mb4_uca1400_ai_ci", 0, 0, 50, false);
    }
}
