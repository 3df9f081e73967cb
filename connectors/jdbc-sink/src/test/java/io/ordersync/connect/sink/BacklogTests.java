package io.ordersync.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.outage.Outage;
import io.ordersync.connect.sink.testing.Records;
import io.ordersync.connect.sink.testing.SinkConfigs;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BacklogTests {

    private final Backlog backlog = new Backlog(
            topic -> new TableName(null, topic),
            table -> new RecordQueue(
                    table, new Outage(SinkConfig.of(SinkConfigs.with()).retries(), "database")),
            2,
            false);

    @Test
    void dividesRecordsIntoBatchesInOrder() {
        backlog.add(List.of(Records.item("a", 1, 5), Records.item("b", 1, 6), Records.item("c", 1, 7)));
        assertThat(items().first().size()).isEqualTo(2);
        items().removeFirst();
        assertThat(items().first().records().toList())
                .singleElement()
                .satisfies(record -> assertThat(record.kafkaOffset()).isEqualTo(7));
        items().removeFirst();
        assertThat(items().first()).isNull();
        backlog.removeEmptyQueues();
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void returnsTheFirstUnwrittenOffset() {
        backlog.add(List.of(
                Records.item("a", 1, 0L, 0, 5), Records.item("b", 1, 0L, 1, 9), Records.item("c", 1, 0L, 1, 10)));
        items().removeFirst();
        assertThat(backlog.firstOffsets()).isEqualTo(Map.of(new TopicPartition("items", 1), 10L));
    }

    @Test
    void removesRecordsOfRevokedPartitions() {
        backlog.add(List.of(Records.item("a", 1, 0L, 0, 5), Records.item("b", 1, 0L, 1, 9)));
        backlog.remove(List.of(new TopicPartition("items", 0)));
        assertThat(backlog.firstOffsets()).containsOnlyKeys(new TopicPartition("items", 1));
        backlog.remove(List.of(new TopicPartition("items", 1)));
        assertThat(backlog.isEmpty()).isTrue();
    }

    private RecordQueue items() {
        return backlog.queues().get(0);
    }
}
