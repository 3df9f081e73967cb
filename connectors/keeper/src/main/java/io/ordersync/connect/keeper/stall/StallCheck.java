package io.ordersync.connect.keeper.stall;

import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.outage.WaitingNote;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Finds connectors that are RUNNING and do not move. */
public interface StallCheck {

    /** Returns since when and why each connector does not move, by name; connectors that move are left out. */
    Map<String, WaitingNote> find(Collection<RegisteredConnector> connectors) throws IOException, InterruptedException;

    /** Finds nothing, because no brokers are known. */
    static StallCheck none() {
        return connectors -> Map.of();
    }

    static StallCheck at(String bootstrapServers, Clock clock) {
        KafkaBrokers brokers = new KafkaBrokers(bootstrapServers);
        StallCheck sinks = new SinkStallCheck(brokers, clock);
        StallCheck sources = new SourceStallCheck(brokers, clock);
        return connectors -> {
            Map<String, WaitingNote> stalled = new TreeMap<>(sinks.find(connectors));
            stalled.putAll(sources.find(connectors));
            return stalled;
        };
    }
}
