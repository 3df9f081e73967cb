package io.ordersync.connect.keeper.stall;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.connect.client.InstanceStatus;
import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.connect.keeper.HandSetClock;
import io.ordersync.outage.WaitingNote;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinkStallCheckTests implements SinkStallCheck.Brokers {

    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);
    private static final Instant START = HandSetClock.START;
    private static final TopicPartition OTHER = new TopicPartition("orders", 1);
    private static final TopicPartition UNCOMMITTED = new TopicPartition("uncommitted", 0);

    private final HandSetClock clock = new HandSetClock();
    private final SinkStallCheck check = new SinkStallCheck(this, clock);
    private Position position = new Position(0, 0, "");
    private Position other = new Position(0, 0, "");
    private Map<String, String> options = Map.of();
    private boolean anyUnread = true;
    private int reads;

    @Test
    void aSinkAtTheEndMoves() throws Exception {
        position = new Position(7, 7, "");
        assertThat(find(0)).isEmpty();
        assertThat(find(3600)).isEmpty();
    }

    @Test
    void aSinkThatCommitsMoves() throws Exception {
        for (int second = 0; second < 300; second += 5) {
            position = new Position(second, 1_000_000, "");
            assertThat(find(5)).isEmpty();
        }
    }

    @Test
    void aSinkThatLeavesRecordsUnreadDoesNotMove() throws Exception {
        position = new Position(7, 7, "");
        find(3600);
        position = new Position(7, 8, "");
        assertThat(find(5)).as("just arrived").isEmpty();
        assertThat(find(25)).isEmpty();
        assertThat(find(5)).hasEntrySatisfying("sink", note -> {
            assertThat(note.since()).isEqualTo(START.plusSeconds(3605));
            assertThat(note.reason()).contains("orders", "worker-1:8083");
        });
        assertThat(find(5)).hasSize(1);
        assertThat(reads).as("looks into the topic once").isEqualTo(1);
        position = new Position(8, 8, "");
        assertThat(find(5)).isEmpty();
    }

    @Test
    void aSinkThatHasOnlyTransactionMarkersBeforeItMoves() throws Exception {
        anyUnread = false;
        position = new Position(7, 8, "");
        find(0);
        assertThat(find(40)).isEmpty();
        assertThat(find(40)).isEmpty();
        assertThat(reads).isEqualTo(1);
        anyUnread = true;
        position = new Position(7, 10, "");
        assertThat(find(5)).isEmpty();
        assertThat(find(40)).hasSize(1);
        position = new Position(3, 10, "");
        assertThat(find(5)).as("was moved back").isEmpty();
        assertThat(find(40)).hasSize(1);
    }

    @Test
    void aSinkSaysItselfWhyItWaits() throws Exception {
        WaitingNote note = new WaitingNote(START.minusSeconds(60), "Table orders cannot be written: read-only");
        position = new Position(7, 8, note.toString());
        assertThat(find(0)).containsExactly(Map.entry("sink", note));
        position = new Position(8, 8, "");
        assertThat(find(5)).isEmpty();
        assertThat(reads).isZero();
    }

    @Test
    void aSinkThatWaitsPausesPartitionsWithoutANote() throws Exception {
        WaitingNote note = new WaitingNote(START, "Table orders cannot be written: read-only");
        position = new Position(7, 8, note.toString());
        other = new Position(3, 9, "");
        find(0);
        assertThat(find(60)).containsExactly(Map.entry("sink", note));
        position = new Position(8, 8, "");
        assertThat(find(5)).as("the outage has just ended").isEmpty();
        assertThat(find(30)).hasSize(1);
    }

    @Test
    void aSinkThatDoesNotRunIsLeftOut() throws Exception {
        position = new Position(7, 8, new WaitingNote(START, "read-only").toString());
        assertThat(check.find(List.of(sink("PAUSED")))).isEmpty();
    }

    @Test
    void aSinkThatHasCommittedNothingDoesNotMove() throws Exception {
        options = Map.of("topics", "no_such_topic , uncommitted,");
        find(0);
        assertThat(find(29)).isEmpty();
        assertThat(find(1)).hasEntrySatisfying("sink", note -> {
            assertThat(note.since()).isEqualTo(START);
            assertThat(note.reason()).contains("no offset of uncommitted is committed");
        });
    }

    @Test
    void aSinkThatHasCommittedNothingAndHasNothingToReadMoves() throws Exception {
        options = Map.of("topics", "uncommitted");
        anyUnread = false;
        find(0);
        assertThat(find(40)).isEmpty();
        assertThat(find(40)).isEmpty();
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void aRegularExpressionMatchesTheWholeNameOfATopic() throws Exception {
        options = Map.of("topics.regex", "un.*");
        find(0);
        assertThat(find(30)).hasSize(1);
        options = Map.of("topics.regex", "un");
        assertThat(find(5)).isEmpty();
    }

    /** The group keeps the offsets of the topics of an earlier configuration. */
    @ParameterizedTest
    @ValueSource(strings = {"topics", "topics.regex"})
    void topicsThatASinkNoLongerReadsMayHaveUnreadRecords(String option) throws Exception {
        options = Map.of(option, "other-topic");
        position = new Position(7, 8, new WaitingNote(START, "read-only").toString());
        other = new Position(7, 8, "");
        find(0);
        assertThat(find(60)).isEmpty();
        options = Map.of(option, "orders");
        assertThat(find(5)).hasSize(1);
    }

    @Test
    void aPlaceholderMatchesNoTopic() throws Exception {
        for (String option : List.of("topics", "topics.regex")) {
            options = Map.of(option, "${env:TOPICS}");
            find(0);
            assertThat(find(30)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "by_duration:PT1H"})
    void aSinkThatDoesNotStartAtTheFirstRecordMayLeaveItUnread(String reset) throws Exception {
        options = Map.of("topics", "uncommitted", "consumer.override.auto.offset.reset", reset);
        find(0);
        assertThat(find(30)).isEmpty();
    }

    private Map<String, WaitingNote> find(int secondsLater) throws Exception {
        clock.advance(Duration.ofSeconds(secondsLater));
        return check.find(List.of(sink("RUNNING")));
    }

    private RegisteredConnector sink(String state) {
        InstanceStatus connector = new InstanceStatus("connector", state, "worker-1:8083", "");
        InstanceStatus task = new InstanceStatus("task 0", state, "worker-1:8083", "");
        TreeMap<String, String> config = new TreeMap<>(options);
        config.put("consumer.override.group.id", "group");
        return new RegisteredConnector(
                new ConnectorDefinition("sink", config), new ConnectorStatus("sink", "sink", connector, List.of(task)));
    }

    @Override
    public Map<String, Map<TopicPartition, Position>> positions(Map<String, Predicate<String>> readFromStart) {
        assertThat(readFromStart).containsOnlyKeys("group");
        Map<TopicPartition, Position> positions = new HashMap<>(Map.of(PARTITION, position, OTHER, other));
        if (readFromStart.get("group").test(UNCOMMITTED.topic())) {
            positions.put(UNCOMMITTED, new Position(0, 5, ""));
        }
        return Map.of("group", positions);
    }

    @Override
    public boolean isAnyUnread(TopicPartition partition, Position position) throws IOException {
        reads++;
        return anyUnread;
    }
}
