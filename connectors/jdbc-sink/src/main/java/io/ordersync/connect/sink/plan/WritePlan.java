package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.type.TextSize;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** One statement and how records of one schema fill it; made once per schema. */
public final class WritePlan {

    private final String sql;
    private final ColumnPlan[] columns;
    private final int keys;
    private final int version;
    private final boolean isDelete;

    /**
     * @param columns one per parameter, those of the primary key first
     * @param keys how many of them form the primary key
     * @param version the index of the version, or -1
     * @param isDelete whether the statement deletes rows
     */
    WritePlan(String sql, List<ColumnPlan> columns, int keys, int version, boolean isDelete) {
        this.sql = sql;
        this.columns = columns.toArray(ColumnPlan[]::new);
        this.keys = keys;
        this.version = version;
        this.isDelete = isDelete;
    }

    public boolean isDelete() {
        return isDelete;
    }

    public boolean isVersioned() {
        return version >= 0;
    }

    public String sql() {
        return sql;
    }

    /** @throws UnstorableRecordException if a value cannot be stored */
    Row row(SinkRecord record) {
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = columns[i].value(record);
        }
        for (int i = 0; i < keys; i++) {
            if (values[i] == null) {
                throw UnstorableRecordException.nullKeyField(columns[i].column());
            }
        }
        if (version >= 0 && values[version] == null) {
            throw UnstorableRecordException.nullVersion(columns[version].column());
        }
        return new Row(record, this, values, key(values), TextSize.of(values));
    }

    @Nullable
    Object version(@Nullable Object[] values) {
        return version < 0 ? null : values[version];
    }

    public void bind(PreparedStatement statement, Row row) throws SQLException {
        @Nullable Object[] values = row.values();
        for (int i = 0; i < columns.length; i++) {
            Object value = values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                columns[i].binding().setter().set(statement, i + 1, value);
            }
        }
    }

    private @Nullable Object key(@Nullable Object[] values) {
        return switch (keys) {
            case 0 -> null;
            case 1 -> comparable(values[0]);
            default -> Arrays.stream(values, 0, keys).map(WritePlan::comparable).toList();
        };
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }
}
