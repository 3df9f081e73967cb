package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether the consumer group or the beginning counts for a partition that the table does not name. */
class PartitionWithoutRowIT {

    private static final TestStack STACK = TestStack.running();

    private final InsertsPipeline inserts = new InsertsPipeline("qty INT", 2);

    @AfterEach
    void close() {
        inserts.close();
        for (String table : new String[] {inserts.table, inserts.positions}) {
            STACK.sql("DROP TABLE IF EXISTS " + table + "_dump");
        }
    }

    /** The group is ahead of a backup, and the backup knows nothing of the partition. */
    @Test
    void readsAPartitionThatIsNewerThanTheRestoredDumpFromItsBeginning() throws Exception {
        inserts.items.sink(inserts.options("consumer.override.metadata.max.age.ms", "1000"));
        send(0, 0, 50);
        send(1, 50, 100);
        assertThat(inserts.awaitAll(100)).isEmpty();
        await().until(() -> STACK.count(inserts.positions) == 2);
        dump(inserts.table);
        dump(inserts.positions);
        addPartition();
        send(2, 100, 160);
        assertThat(inserts.awaitAll(160)).isEmpty();
        stop();
        restore(inserts.table);
        restore(inserts.positions);
        STACK.connect().resume(inserts.table);
        assertThat(inserts.awaitAll(160)).isEmpty();
    }

    @Test
    void continuesWhereTheGroupIsWhenPositionsAreKeptForTheFirstTime() throws Exception {
        STACK.connect().put(inserts.table, inserts.config("offsets.table", null, "tasks.max", "2"));
        send(0, 0, 50);
        send(1, 50, 100);
        assertThat(inserts.awaitAll(100)).isEmpty();
        stop();
        STACK.connect().put(inserts.table, inserts.config("tasks.max", "2"));
        STACK.connect().resume(inserts.table);
        send(0, 100, 110);
        send(1, 110, 120);
        assertThat(inserts.awaitAll(120)).isEmpty();
    }

    @Test
    void aResetDeletesThePositionsOfAGroupWithoutOffsets() throws Exception {
        inserts.items.sink(inserts.options());
        send(0, 0, 50);
        assertThat(inserts.awaitAll(50)).isEmpty();
        await().until(() -> STACK.count(inserts.positions) == 2);
        stop();
        try (Admin admin = admin()) {
            admin.deleteConsumerGroups(List.of("connect-" + inserts.table))
                    .all()
                    .get();
        }
        assertThat(OffsetRequests.send(inserts.table, "DELETE", "").status()).isEqualTo(200);
        assertThat(STACK.count(inserts.positions)).isZero();
    }

    private void send(int partition, int from, int to) {
        for (int number = from; number < to; number++) {
            inserts.items.send(partition, "k" + number, number);
        }
        STACK.topics().flush();
    }

    private void stop() throws Exception {
        STACK.connect().stop(inserts.table);
        await().until(() -> STACK.states(inserts.table).startsWith("STOPPED"));
    }

    private void addPartition() throws Exception {
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(inserts.table, NewPartitions.increaseTo(3)))
                    .all()
                    .get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", STACK.bootstrapServers()));
    }

    private static void dump(String table) {
        STACK.sql("CREATE TABLE %1$s_dump AS SELECT * FROM %1$s".formatted(table));
    }

    private static void restore(String table) {
        STACK.sql("DELETE FROM " + table, "INSERT INTO %1$s SELECT * FROM %1$s_dump".formatted(table));
    }
}
