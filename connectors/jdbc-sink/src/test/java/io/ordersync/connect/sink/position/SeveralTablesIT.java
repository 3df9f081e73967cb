package io.ordersync.connect.sink.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.FakeContext;
import io.ordersync.connect.sink.testing.Records;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transformation distributes the records of a topic among two tables. */
class SeveralTablesIT {

    private static final String COLUMNS = " (id VARCHAR(10) PRIMARY KEY, qty INT, v BIGINT)";

    private final DirectTask task =
            new DirectTask("table.name.format", "several_${topic}", "offsets.table", "several_offset");

    @BeforeEach
    void createTable() {
        task.sql("CREATE TABLE several_even" + COLUMNS);
    }

    @AfterEach
    void close() {
        task.close();
        task.sql("DROP TABLE IF EXISTS several_even, several_odd, several_offset");
    }

    @Test
    void oneTransactionWritesAllOfThemAndWaitsForEach() {
        task.call(records());
        assertThat(task.rows("SELECT * FROM several_even")).isEmpty();
        assertThat(task.context.paused).containsExactly(FakeContext.PARTITION);
        assertThat(task.commit(10)).isZero();

        task.sql("CREATE TABLE several_odd" + COLUMNS);
        task.put(List.of());
        assertThat(task.rows("SELECT * FROM several_even")).hasSize(5);
        assertThat(task.rows("SELECT * FROM several_odd")).hasSize(5);
        assertThat(task.rows("SELECT topic, next_offset AS o FROM several_offset"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("topic", "items").containsEntry("o", "10"));
        assertThat(task.commit(10)).isEqualTo(10);
    }

    private static List<SinkRecord> records() {
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < 10; offset++) {
            SinkRecord item = Records.item("k" + offset, offset, offset);
            records.add(item.newRecord(
                    offset % 2 == 0 ? "even" : "odd",
                    item.kafkaPartition(),
                    item.keySchema(),
                    item.key(),
                    item.valueSchema(),
                    item.value(),
                    item.timestamp()));
        }
        return records;
    }
}
