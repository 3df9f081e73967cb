package io.ordersync.connect.keeper.stall;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.connect.client.InstanceStatus;
import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.connect.keeper.HandSetClock;
import io.ordersync.outage.WaitingNote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceStallCheckTests implements SourceStallCheck.Brokers {

    private static final String HEARTBEATS = "__debezium-heartbeat.cdc-sync-users";
    private static final String RECORDS = "SYNC_USER_TABLE";

    private final HandSetClock clock = new HandSetClock();
    private final SourceStallCheck check = new SourceStallCheck(this, clock);
    private final Map<String, Long> ends = new HashMap<>();

    @Test
    void aSourceThatSendsHeartbeatsMoves() throws Exception {
        for (long end = 1; end < 100; end++) {
            ends.put(HEARTBEATS, end);
            assertThat(find(5)).isEmpty();
        }
    }

    @Test
    void aSourceThatTakesASnapshotMoves() throws Exception {
        ends.put(HEARTBEATS, 7L);
        for (long end = 1; end < 100; end++) {
            ends.put(RECORDS, end);
            assertThat(find(5)).isEmpty();
        }
    }

    @Test
    void aSourceThatSendsNothingDoesNotMove() throws Exception {
        ends.put(HEARTBEATS, 7L);
        find(0);
        assertThat(find(29)).isEmpty();
        assertThat(find(1)).hasEntrySatisfying("users-source", note -> {
            assertThat(note.since()).isEqualTo(HandSetClock.START);
            assertThat(note.reason()).contains("heartbeat", "worker-1:8083");
        });
        ends.put(HEARTBEATS, 8L);
        assertThat(find(5)).isEmpty();
    }

    private Map<String, WaitingNote> find(int secondsLater) throws Exception {
        clock.advance(Duration.ofSeconds(secondsLater));
        InstanceStatus running = new InstanceStatus("task 0", "RUNNING", "worker-1:8083", "");
        ConnectorDefinition definition = ConnectorDefinition.read(Path.of("../config/cdc/users-source.json"));
        return check.find(List.of(new RegisteredConnector(
                definition, new ConnectorStatus("users-source", "source", running, List.of(running)))));
    }

    @Override
    public Map<String, Long> ends(Set<String> topics) {
        assertThat(topics).containsExactlyInAnyOrder(HEARTBEATS, RECORDS);
        return ends;
    }
}
