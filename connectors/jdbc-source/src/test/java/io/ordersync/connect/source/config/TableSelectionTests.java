package io.ordersync.connect.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.TableName;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableSelectionTests {

    @ParameterizedTest
    @CsvSource({
        "users, mydb, users, true",
        "users, mydb, Users, false",
        "mydb.users, mydb, users, true",
        "users, other, users, false",
        "other.users, other, users, true",
        "mydb\\.user.*, mydb, users, true",
        "user.*, mydb, users, true",
        "user.*, other, users, false",
        "ORDER_TABLE, mydb, ORDER_TABLE, true",
        "price$, mydb, price$, true",
        "'order items', mydb, order items, true"
    })
    void findsTablesByNameAndByPattern(String entry, String database, String table, boolean isIncluded) {
        TableSelection selection = TableSelection.of(Set.of(entry), Set.of(), List.of());
        assertThat(selection.includes(new TableName(database, table), database.equals("mydb")))
                .isEqualTo(isIncluded);
    }

    @Test
    void withoutAListAllTablesOfTheDatabaseAreRead() {
        TableSelection all = TableSelection.of(Set.of(), Set.of("flyway_.*"), List.of());
        assertThat(all.includes(new TableName("mydb", "users"), true)).isTrue();
        assertThat(all.includes(new TableName("mydb", "flyway_schema_history"), true))
                .isFalse();
        assertThat(all.includes(new TableName("other", "users"), false)).isFalse();
        assertThat(all.namesAll()).isFalse();
    }

    @Test
    void namedTablesNeedNotExist() {
        TableSelection named = TableSelection.of(Set.of("b", "other.a"), Set.of(), List.of());
        assertThat(named.namesAll()).isTrue();
        assertThat(named.named()).containsExactly(new TableName(null, "b"), new TableName("other", "a"));
        assertThat(named.databases()).containsExactly("other");
    }

    @ParameterizedTest
    @CsvSource({"limit 10, 10, ''", "LIMIT 5 FOR UPDATE, 5, FOR UPDATE", "FOR UPDATE;, , FOR UPDATE", "'', , ''"})
    void aLimitInTheSuffixIsOurs(String suffix, Integer limit, String rest) {
        QuerySuffix parsed = QuerySuffix.parse(suffix);
        assertThat(parsed.limit()).isEqualTo(limit == null ? OptionalInt.empty() : OptionalInt.of(limit));
        assertThat(parsed.text()).isEqualTo(rest);
    }
}
