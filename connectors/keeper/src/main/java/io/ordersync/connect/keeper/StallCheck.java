package io.ordersync.connect.keeper;

import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.outage.WaitingNote;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/** Finds sinks that are RUNNING and do not move. */
interface StallCheck {

    /** Returns since when and why each sink does not move, by name; sinks that move are left out. */
    Map<String, WaitingNote> find(Collection<RegisteredConnector> connectors) throws IOException, InterruptedException;

    /** Finds nothing, because no brokers are known. */
    static StallCheck none() {
        return connectors -> Map.of();
    }

    static StallCheck at(String bootstrapServers, Clock clock) {
        return new SinkStallCheck(new KafkaBrokers(bootstrapServers), clock);
    }
}
