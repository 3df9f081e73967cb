package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.type.TextSize;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** A statement, and how records of one schema fill it; made once per schema. */
public final class WritePlan {

    private final String sql;
    private final ColumnPlan[] columns;
    private final int keys;
    private final OptionalInt version;
    private final boolean isDelete;
    /** How many parameters of the statement come before the keys. */
    private final int beforeKeys;

    private WritePlan(
            String sql,
            List<ColumnPlan> keys,
            List<ColumnPlan> others,
            @Nullable ColumnPlan version,
            boolean isDelete,
            int beforeKeys) {
        List<ColumnPlan> all = new ArrayList<>(keys);
        all.addAll(others);
        this.sql = sql;
        this.columns = all.toArray(ColumnPlan[]::new);
        this.keys = keys.size();
        this.version = version == null ? OptionalInt.empty() : OptionalInt.of(all.indexOf(version));
        this.isDelete = isDelete;
        this.beforeKeys = beforeKeys;
    }

    /**
     * A statement that inserts or updates rows. Its parameters are the keys, then the values.
     *
     * @param version the column among the values that holds the version, or null
     */
    static WritePlan write(String sql, List<ColumnPlan> keys, List<ColumnPlan> values, @Nullable ColumnPlan version) {
        return new WritePlan(sql, keys, values, version, false, 0);
    }

    /** A statement that updates rows. Its parameters are the values, then the keys. */
    static WritePlan update(String sql, List<ColumnPlan> keys, List<ColumnPlan> values) {
        return new WritePlan(sql, keys, values, null, false, values.size());
    }

    /**
     * A statement that deletes rows. Its parameters are the keys, then the version.
     *
     * @param version the column that holds the version, or null to delete rows of any version
     */
    static WritePlan delete(String sql, List<ColumnPlan> keys, @Nullable ColumnPlan version) {
        return new WritePlan(sql, keys, version == null ? List.of() : List.of(version), version, true, 0);
    }

    public boolean isDelete() {
        return isDelete;
    }

    public boolean isVersioned() {
        return version.isPresent();
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
        if (version.isPresent() && version(values) == null) {
            throw UnstorableRecordException.nullVersion(columns[version.getAsInt()].column());
        }
        return new Row(record, this, values, key(values), TextSize.measure(values));
    }

    @Nullable
    Object version(@Nullable Object[] values) {
        return version.isPresent() ? values[version.getAsInt()] : null;
    }

    /** Sets the parameters of the statement to the values of the row. */
    public void bind(PreparedStatement statement, Row row) throws SQLException {
        @Nullable Object[] values = row.values();
        for (int i = 0; i < columns.length; i++) {
            Object value = values[i];
            int parameter = (i + beforeKeys) % columns.length + 1;
            if (value == null) {
                statement.setNull(parameter, Types.NULL);
            } else {
                columns[i].binding().setter().set(statement, parameter, value);
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
