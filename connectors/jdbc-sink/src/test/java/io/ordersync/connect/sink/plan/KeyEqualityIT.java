package io.ordersync.connect.sink.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.table.UniqueIndex;
import io.ordersync.stack.testing.connect.TestStack;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server itself compares the texts that the sink takes for certain keys. */
class KeyEqualityIT {

    private final TestStack stack = TestStack.running();
    private final String table = "texts_" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void drop() {
        stack.sql("DROP TABLE IF EXISTS " + table);
    }

    @Test
    void noCollationTakesTwoCertainKeysForEqual() {
        List<String> characters = IntStream.rangeClosed(' ', '~')
                .filter(c -> c != '\'' && c != '\\')
                .mapToObj(Character::toString)
                .toList();
        List<String> texts = Stream.concat(
                        characters.stream(),
                        characters.stream().flatMap(one -> characters.stream().map(other -> one + other)))
                .toList();
        stack.sql("CREATE TABLE " + table + " (c VARCHAR(2) CHARACTER SET utf8mb4)");
        List<String> collations = stack
                .rows("SELECT full_collation_name AS c FROM information_schema.collation_character_set_applicability"
                        + " WHERE character_set_name = 'utf8mb4'")
                .stream()
                .map(row -> row.get("c"))
                .toList();
        int checked = 0;
        for (String collation : collations) {
            List<String> certain =
                    texts.stream().filter(text -> isCertain(collation, text)).toList();
            if (!certain.isEmpty()) {
                assertThat(distinct(certain, collation)).as(collation).isEqualTo(certain.size());
                checked++;
            }
        }
        assertThat(checked).as("collations with certain keys").isGreaterThan(10);
    }

    private long distinct(List<String> texts, String collation) {
        stack.sql(
                "TRUNCATE TABLE " + table,
                "INSERT INTO " + table + texts.stream().collect(Collectors.joining("'),('", " VALUES ('", "')")));
        return Long.parseLong(stack.rows("SELECT COUNT(DISTINCT c COLLATE " + collation + ") AS n FROM " + table)
                .get(0)
                .get("n"));
    }

    private static boolean isCertain(String collation, String text) {
        Column id = new Column("id", "varchar", "varchar(50)", collation, 0, 0, 50, false);
        Table table = new Table(
                new TableName(null, "items"), List.of(id), List.of(new UniqueIndex("PRIMARY", List.of("id"), false)));
        return KeyEquality.of(table, List.of(id), List.of()).isCertain(new Object[] {text});
    }
}
