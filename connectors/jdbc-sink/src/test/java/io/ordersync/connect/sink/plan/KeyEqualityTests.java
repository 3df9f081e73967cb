package io.ordersync.connect.sink.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.table.UniqueIndex;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyEqualityTests {

    private static final Column ID = column("int", null, 0);
    private static final Column NUMBER = new Column("n", "int", "int(11)", null, 0, 0, 0, true);

    static Stream<Arguments> certainKeys() {
        return Stream.of(
                arguments(column("bigint", null, 0), 7),
                arguments(column("bigint", null, 0), 7L),
                arguments(column("tinyint", null, 0), true),
                arguments(column("decimal", null, 2), new BigDecimal("1.50")),
                arguments(column("varbinary", null, 0), new byte[] {1}),
                arguments(column("uuid", null, 0), UUID.randomUUID().toString()),
                arguments(column("varchar", "utf8mb4_nopad_bin", 0), "ü "),
                arguments(column("varchar", "utf8mb4_bin", 0), "Ü"),
                arguments(column("varchar", "utf8mb4_general_ci", 0), "user-1_b"),
                arguments(column("varchar", "utf8mb4_uca1400_ai_ci", 0), "user-1"));
    }

    @ParameterizedTest
    @MethodSource("certainKeys")
    void isCertainWhereTheDatabaseComparesAsKafkaDoes(Column column, Object value) {
        assertThat(isCertain(column, value)).isTrue();
    }

    static Stream<Arguments> uncertainKeys() {
        String uuid = UUID.randomUUID().toString();
        return Stream.of(
                arguments(column("bigint", null, 0), "7"),
                arguments(column("double", null, 0), 7),
                arguments(column("decimal", null, 1), new BigDecimal("1.50")),
                arguments(column("varbinary", null, 0), "a"),
                arguments(column("uuid", null, 0), "A" + uuid.substring(1).toUpperCase(Locale.ROOT)),
                arguments(column("uuid", null, 0), uuid.replace("-", "")),
                arguments(column("char", "utf8mb4_nopad_bin", 0), "a"),
                arguments(column("varchar", "utf8mb4_bin", 0), "a "),
                arguments(column("varchar", "utf8mb4_general_ci", 0), "User"),
                arguments(column("varchar", "utf8mb4_general_ci", 0), "ü"),
                arguments(column("varchar", "utf8mb4_lithuanian_ci", 0), "y"),
                arguments(column("varchar", "utf8mb4_bin", 0), 7),
                arguments(column("datetime", null, 0), "2026-01-01 00:00:00"));
    }

    @ParameterizedTest
    @MethodSource("uncertainKeys")
    void isUncertainWhereTheDatabaseMayTakeAnotherKeyForEqual(Column column, Object value) {
        assertThat(isCertain(column, value)).isFalse();
    }

    @Test
    void isUncertainWithoutAUniqueIndexOnTheKey() {
        assertThat(isCertain(List.of())).isFalse();
        assertThat(isCertain(List.of(index("id", "n")))).isFalse();
        assertThat(isCertain(List.of(new UniqueIndex("PRIMARY", List.of("id"), true))))
                .isFalse();
    }

    @Test
    void isUncertainIfRecordsCanMeetInASecondUniqueIndex() {
        assertThat(isCertain(List.of(index("id"), index("name")))).isFalse();
        assertThat(isCertain(List.of(index("id"), index("n")))).isTrue();
        assertThat(isCertain(List.of(index("id"), index("n")), NUMBER)).isFalse();
    }

    private static boolean isCertain(Column column, Object value) {
        Table table = new Table(new TableName(null, "items"), List.of(column), List.of(index("id")));
        return KeyEquality.of(table, List.of(column), List.of()).isCertain(new Object[] {value});
    }

    private static boolean isCertain(List<UniqueIndex> indexes, Column... values) {
        Table table = new Table(new TableName(null, "items"), List.of(ID, NUMBER), indexes);
        return KeyEquality.of(table, List.of(ID), List.of(values)).isCertain(new Object[] {1});
    }

    private static UniqueIndex index(String... columns) {
        return new UniqueIndex(String.join("_", columns), List.of(columns), false);
    }

    private static Column column(String type, @Nullable String collation, int scale) {
        return new Column("id", type, type, collation, scale, 0, 0, false);
    }
}
