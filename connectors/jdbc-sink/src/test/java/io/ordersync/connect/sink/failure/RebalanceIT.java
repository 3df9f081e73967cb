package io.ordersync.connect.sink.failure;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.testing.connect.TestStack;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long rebalance begins while a task waits for the database. */
class RebalanceIT {

    private final TestStack stack = TestStack.running();
    private final ItemsPipeline items = new ItemsPipeline();

    @AfterEach
    void close() {
        items.close();
        stack.sql("DROP TABLE IF EXISTS " + items.name + "_offset");
    }

    /** A member that does not poll keeps a rebalance open. The worker then calls a task that has no partitions. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void continuesWhenItGetsItsPartitionBackAfterAnOutage(boolean hasPosition) throws Exception {
        items.send("a", 0)
                .sink("offsets.table", hasPosition ? items.name + "_offset" : null)
                .awaitMarker();
        try (Connection holder = stack.mariaDb().connectAsRoot();
                KafkaConsumer<String, String> lazy = member()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT * FROM " + items.name + " WHERE id = 'a' FOR UPDATE");
            items.send("a", 1);
            items.awaitOutage();
            await().until(() -> {
                lazy.poll(Duration.ofMillis(200));
                return items.outages() == 2; // the task has read its record again
            });
            long before = items.revocations();
            try (KafkaConsumer<String, String> another = member()) {
                await().until(() -> {
                    another.poll(Duration.ofMillis(200));
                    return items.revocations() > before;
                });
                await().until(() -> {
                    lazy.poll(Duration.ofMillis(100));
                    another.poll(Duration.ofMillis(100));
                    return another.groupMetadata().generationId() > 0;
                });
            }
        }
        await().until(() -> "1".equals(items.qty("a")));
        items.send("a", 2).awaitMarker();
        assertThat(items.qty("a")).isEqualTo("2");
        assertThat(items.deadLetters()).isEmpty();
    }

    /** A member of the task's group. The only partition stays with the task, because members are sorted by id. */
    private KafkaConsumer<String, String> member() {
        KafkaConsumer<String, String> member = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "group.id", "connect-" + items.name),
                new StringDeserializer(),
                new StringDeserializer());
        member.subscribe(List.of(items.name));
        return member;
    }
}
