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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StalledConnectorsTests implements StallCheck {

    private static final WaitingNote NOTE = new WaitingNote(HandSetClock.START, "read-only");

    private final HandSetClock clock = new HandSetClock();
    private final StalledConnectors connectors = new StalledConnectors(this, clock);
    private boolean brokersAnswer = true;
    private int checks;

    @Test
    void asksTheBrokersEveryFiveSeconds() throws Exception {
        for (int second = 0; second < 10; second++) {
            assertThat(find(1)).containsExactly(Map.entry("sink", NOTE));
        }
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void noConnectorMovesWhileTheBrokersDoNotAnswer() throws Exception {
        brokersAnswer = false;
        assertThat(find(0)).isEmpty();
        assertThat(find(29)).isEmpty();
        assertThat(find(6)).hasEntrySatisfying("sink", note -> {
            assertThat(note.since()).isEqualTo(HandSetClock.START);
            assertThat(note.reason()).contains("brokers", "no connection");
        });
        brokersAnswer = true;
        assertThat(find(5)).containsExactly(Map.entry("sink", NOTE));
    }

    private Map<String, WaitingNote> find(int secondsLater) throws InterruptedException {
        clock.advance(Duration.ofSeconds(secondsLater));
        InstanceStatus running = new InstanceStatus("task 0", "RUNNING", "worker-1:8083", "");
        return connectors.find(List.of(new RegisteredConnector(
                new ConnectorDefinition("sink", new TreeMap<>()),
                new ConnectorStatus("sink", "sink", running, List.of(running)))));
    }

    @Override
    public Map<String, WaitingNote> find(Collection<RegisteredConnector> all) throws IOException {
        checks++;
        if (!brokersAnswer) {
            throw new IOException("no connection");
        }
        return Map.of("sink", NOTE);
    }
}
