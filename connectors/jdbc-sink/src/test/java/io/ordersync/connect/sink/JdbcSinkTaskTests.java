package io.ordersync.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.FakeContext;
import io.ordersync.connect.sink.testing.Records;
import io.ordersync.connect.sink.testing.SinkConfigs;
import io.ordersync.outage.WaitingNote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task whose database cannot be reached. */
class JdbcSinkTaskTests {

    private final FakeContext context = new FakeContext();
    private final JdbcSinkTask task = new JdbcSinkTask();

    @BeforeEach
    void start() {
        task.initialize(context);
        task.start(SinkConfigs.with("connection.backoff.ms", "700"));
    }

    @AfterEach
    void stop() {
        task.stop();
    }

    @Test
    void keepsItsRecordsAndAsksToBeCalledAgain() {
        task.put(List.of(Records.item("a", 1, 5)));
        assertThat(context.paused).containsExactly(FakeContext.PARTITION);
        assertThat(context.timeout).isEqualTo(700);
        assertThat(context.refused).isEmpty();
        task.put(List.of());
        assertThat(context.refused).isEmpty();
    }

    @Test
    void commitsNoOffsetOfAnUnwrittenRecord() {
        TopicPartition other = new TopicPartition("items", 1);
        task.put(List.of(Records.item("a", 1, 5), Records.item("b", 1, 6)));
        var committed = task.preCommit(
                Map.of(FakeContext.PARTITION, new OffsetAndMetadata(7), other, new OffsetAndMetadata(3)));
        assertThat(committed.get(FakeContext.PARTITION).offset()).isEqualTo(5);
        assertThat(committed).containsEntry(other, new OffsetAndMetadata(3));
    }

    @Test
    void commitsWhyAndSinceWhenRecordsWait() {
        Instant begin = Instant.now();
        task.put(List.of(Records.item("a", 1, 5)));
        assertThat(context.commitRequests).isEqualTo(1);
        OffsetAndMetadata committed = commit(6);
        assertThat(WaitingNote.parse(committed.metadata())).hasValueSatisfying(note -> {
            assertThat(note.since()).isBetween(begin.minusSeconds(2), Instant.now());
            assertThat(note.reason())
                    .contains("Table items at jdbc:mariadb://127.0.0.1:1/shop cannot be written", "refused");
        });
        task.put(List.of());
        assertThat(context.commitRequests).as("the same cause").isEqualTo(1);
        assertThat(commit(6)).isEqualTo(committed);

        task.close(List.of(FakeContext.PARTITION));
        task.put(List.of());
        assertThat(context.commitRequests).as("nothing waits").isEqualTo(2);
        assertThat(commit(6).metadata()).isEmpty();
    }

    private OffsetAndMetadata commit(long consumed) {
        return task.preCommit(Map.of(FakeContext.PARTITION, new OffsetAndMetadata(consumed)))
                .get(FakeContext.PARTITION);
    }

    /** A worker calls a task during a rebalance too, and afterwards pauses the partitions that were paused before. */
    @Test
    void resumesWhenItIsCalledBetweenRevocationAndAssignment() {
        task.put(List.of(Records.item("a", 1, 5)));
        task.close(List.of(FakeContext.PARTITION));
        context.assigned = Set.of();
        task.put(List.of());
        context.assigned = Set.of(FakeContext.PARTITION);
        task.open(List.of(FakeContext.PARTITION));
        task.put(List.of());
        assertThat(context.paused).isEmpty();
    }

    @Test
    void resumesAfterItsPartitionsAreRevoked() {
        task.put(List.of(Records.item("a", 1, 5)));
        task.close(List.of(FakeContext.PARTITION));
        task.put(List.of());
        assertThat(context.paused).isEmpty();
    }

    /** A worker starts the new task when it has waited for the previous one for long enough. */
    @Test
    void registersItsMetricsWhenThePreviousTaskHasEnded() throws Exception {
        FakeContext otherContext = new FakeContext(context.metrics);
        JdbcSinkTask other = new JdbcSinkTask();
        other.initialize(otherContext);
        other.start(SinkConfigs.with());
        task.stop();
        context.ownMetrics.close();
        assertThat(context.metrics.metrics()).doesNotContainKey(rowsWritten());
        other.put(List.of());
        assertThat(otherContext.metric("rows-written-total")).isZero();
        other.stop();
    }

    private MetricName rowsWritten() {
        return context.metrics.metricName("rows-written-total", "plugins");
    }
}
