package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.type.TextSize;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
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

    private enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    /** A long has room for every number of so many digits. */
    private static final int LONG_DIGITS = 18;

    private final String sql;
    private final ColumnPlan[] columns;
    private final int keys;
    private final OptionalInt version;
    private final boolean keepsTies;
    private final Kind kind;
    /** How many parameters of the statement come before the keys. */
    private final int beforeKeys;

    private final @Nullable KeyEquality equality;
    private final @Nullable StagedInsert staged;

    private WritePlan(
            String sql,
            List<ColumnPlan> keys,
            List<ColumnPlan> others,
            @Nullable ColumnPlan version,
            boolean keepsTies,
            Kind kind,
            int beforeKeys,
            @Nullable KeyEquality equality,
            @Nullable StagedInsert staged) {
        List<ColumnPlan> all = new ArrayList<>(keys);
        all.addAll(others);
        this.sql = sql;
        this.columns = all.toArray(ColumnPlan[]::new);
        this.keys = keys.size();
        this.version = version == null ? OptionalInt.empty() : OptionalInt.of(all.indexOf(version));
        this.keepsTies = keepsTies;
        this.kind = kind;
        this.beforeKeys = beforeKeys;
        this.equality = equality;
        this.staged = staged;
    }

    /**
     * A statement that inserts or updates rows. Its parameters are the keys, then the values.
     *
     * @param version the column among the values that holds the version, or null
     * @param keepsTies whether an equal version keeps the row
     * @param equality compares keys as the database does, or null if every record is a row of its own
     * @param staged does the same as the statement, with rows of a temporary table
     */
    static WritePlan write(
            String sql,
            List<ColumnPlan> keys,
            List<ColumnPlan> values,
            @Nullable ColumnPlan version,
            boolean keepsTies,
            @Nullable KeyEquality equality,
            StagedInsert staged) {
        return new WritePlan(sql, keys, values, version, keepsTies, Kind.INSERT, 0, equality, staged);
    }

    /**
     * A statement that updates rows. Its parameters are the values, then the keys.
     *
     * @param equality compares keys as the database does
     */
    static WritePlan update(String sql, List<ColumnPlan> keys, List<ColumnPlan> values, KeyEquality equality) {
        return new WritePlan(sql, keys, values, null, false, Kind.UPDATE, values.size(), equality, null);
    }

    /**
     * A statement that deletes rows. Its parameters are the keys, then the version.
     *
     * @param version the column that holds the version, or null to delete rows of any version
     * @param equality compares keys as the database does
     */
    static WritePlan delete(String sql, List<ColumnPlan> keys, @Nullable ColumnPlan version, KeyEquality equality) {
        return new WritePlan(
                sql,
                keys,
                version == null ? List.of() : List.of(version),
                version,
                false,
                Kind.DELETE,
                0,
                equality,
                null);
    }

    public boolean isDelete() {
        return kind == Kind.DELETE;
    }

    /** A statement that needs the same table and rights, and writes no row. */
    public String withoutRow(TableName table) {
        String column = TableName.quote(columns[0].name());
        return switch (kind) {
            case INSERT -> "INSERT INTO " + table.quoted() + " (" + column + ") SELECT NULL FROM DUAL WHERE FALSE";
            case UPDATE -> "UPDATE " + table.quoted() + " SET " + column + "=" + column + " WHERE FALSE";
            case DELETE -> "DELETE FROM " + table.quoted() + " WHERE FALSE";
        };
    }

    /** Returns the way to write many rows at once, or null for updates and deletes. */
    public @Nullable StagedInsert staged() {
        return staged;
    }

    public boolean isVersioned() {
        return version.isPresent();
    }

    /** Whether a row with an equal version stays as it is. */
    boolean keepsTies() {
        return keepsTies;
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
                throw UnstorableRecordException.nullKeyField(columns[i].name());
            }
        }
        if (version.isPresent() && version(values) == null) {
            throw UnstorableRecordException.nullVersion(columns[version.getAsInt()].name());
        }
        boolean isCertain = equality != null && equality.isCertain(values);
        return new Row(record, this, values, isCertain ? key(values) : null, TextSize.measure(values));
    }

    /** The names of the columns that the statement writes or compares, as the table spells them. */
    public List<String> columnNames() {
        return Arrays.stream(columns).map(ColumnPlan::name).toList();
    }

    @Nullable
    Object version(@Nullable Object[] values) {
        return version.isPresent() ? values[version.getAsInt()] : null;
    }

    /**
     * Sets the parameters of the statement to the values of the row.
     *
     * @throws SQLException also if the driver cannot take a value; the class of its state, 22, blames the row
     */
    public void bind(PreparedStatement statement, Row row) throws SQLException {
        @Nullable Object[] values = row.values();
        for (int i = 0; i < columns.length; i++) {
            Object value = values[i];
            int parameter = (i + beforeKeys) % columns.length + 1;
            try {
                if (value == null) {
                    statement.setNull(parameter, Types.NULL);
                } else {
                    columns[i].binding().setter().set(statement, parameter, value);
                }
            } catch (RuntimeException e) {
                throw new SQLDataException(
                        "The value for column '" + columns[i].name() + "' is invalid: " + e, "22000", e);
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

    /** Returns equal objects for values that are equal in the database, also where their schemas have different types. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        return value instanceof BigDecimal decimal ? comparable(decimal) : value;
    }

    private static Object comparable(BigDecimal decimal) {
        BigDecimal shortest = decimal.stripTrailingZeros();
        return shortest.scale() <= 0 && shortest.precision() - shortest.scale() <= LONG_DIGITS
                ? (Object) shortest.longValueExact()
                : shortest;
    }
}
