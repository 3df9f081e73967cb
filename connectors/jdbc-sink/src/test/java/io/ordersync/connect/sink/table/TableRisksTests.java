package io.ordersync.connect.sink.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.TableName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableRisksTests {

    private static final UniqueIndex PRIMARY = index("PRIMARY", "id");

    @Test
    void aTableWithTheIndexOfItsKeyIsSafe() {
        assertThat(risks("id", PRIMARY)).isEmpty();
        assertThat(risks("ID", PRIMARY)).isEmpty();
        assertThat(risks("", PRIMARY)).isEmpty();
        assertThat(risks("name", index("by_name", "name"))).isEmpty();
    }

    @Test
    void aSecondUniqueIndexMayOverwriteAnotherRow() {
        assertThat(risks("id", PRIMARY, index("by_name", "name")))
                .singleElement()
                .asString()
                .contains("Table items", "by_name (name)", "ADD INDEX `by_name` (`name`)");
        assertThat(risks("", PRIMARY, index("by_name", "name", "qty"))).hasSize(1);
        assertThat(risks("name", PRIMARY, index("by_name", "name"))).hasSize(1);
        assertThat(risks("id", PRIMARY, new UniqueIndex("prefix", List.of("id"), true)))
                .hasSize(1);
    }

    @Test
    void aSecondUniqueIndexThatContainsTheKeyIsSafe() {
        assertThat(risks("id", PRIMARY, index("both", "name", "id"))).isEmpty();
    }

    @Test
    void aNumberOfTheServerIsSafe() {
        assertThat(risks("name", index("PRIMARY", "number"), index("by_name", "name")))
                .isEmpty();
    }

    @Test
    void aTableWithoutTheIndexOfItsKeyGetsDuplicates() {
        assertThat(risks("id"))
                .singleElement()
                .asString()
                .contains("(id)", "adds one each time", "ADD PRIMARY KEY (`id`)");
        assertThat(risks("id", index("PRIMARY", "id", "name"))).hasSize(1);
        assertThat(risks("")).hasSize(1);
    }

    private static List<String> risks(String key, UniqueIndex... indexes) {
        List<Column> columns = Stream.of("id", "name", "qty", "number")
                .map(name -> new Column(name, "int", "int(11)", null, 0, 0, 0, name.equals("number")))
                .toList();
        return TableRisks.ofUpserts(
                new Table(new TableName(null, "items"), columns, List.of(indexes)),
                key.isEmpty() ? List.of() : List.of(key));
    }

    private static UniqueIndex index(String name, String... columns) {
        return new UniqueIndex(name, List.of(columns), false);
    }
}
