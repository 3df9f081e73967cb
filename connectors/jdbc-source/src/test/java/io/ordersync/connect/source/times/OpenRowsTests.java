package io.ordersync.connect.source.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class OpenRowsTests {

    private static final Struct ROW = new Struct(SchemaBuilder.struct().build());

    @Test
    void findsTheFirstRowThatIsNotCommitted() {
        List<List<String>> all = List.of(List.of("t1", "a"), List.of("t2", "b"), List.of("t2", "c"));
        assertThat(OpenRows.firstTime(all, rows("t1 a", "t2 b", "t2 c"))).isEmpty();
        assertThat(OpenRows.firstTime(all, rows("t1 a", "t2 b", "t3 d"))).contains("t2");
        assertThat(OpenRows.firstTime(all, rows("t0 x", "t2 b", "t2 c"))).contains("t1");
    }

    @Test
    void rowsWithoutAKeyAreCounted() {
        List<List<String>> all = List.of(List.of("t1"), List.of("t1"), List.of("t2"));
        assertThat(OpenRows.firstTime(all, rows("t1", "t1", "t2"))).isEmpty();
        assertThat(OpenRows.firstTime(all, rows("t1", "t2"))).contains("t1");
    }

    private static List<TimedRow> rows(String... identities) {
        return Stream.of(identities)
                .map(identity -> new TimedRow(List.of(identity.split(" ")), ROW))
                .toList();
    }
}
