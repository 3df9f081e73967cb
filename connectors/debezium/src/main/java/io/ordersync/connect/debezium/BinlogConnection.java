package io.ordersync.connect.debezium;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Decides whether a source has lost its connection to the binary log. A connection that never existed is not lost. */
final class BinlogConnection {

    /** The server sends a heartbeat every few seconds: after this time without one, the server or the network has failed. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private final Supplier<Optional<BinlogState>> states;
    private final LongSupplier nanoTime;
    private boolean wasConnected;
    private long lastRecords;

    /** @param states the current state; empty while the source does not read the binary log, as during a snapshot */
    BinlogConnection(Supplier<Optional<BinlogState>> states, LongSupplier nanoTime) {
        this.states = states;
        this.nanoTime = nanoTime;
        this.lastRecords = nanoTime.getAsLong();
    }

    /**
     * The task calls this at each poll. The connection is not lost while the poll returns records: these are delivered
     * first, and a reader that waits for their delivery receives no heartbeats.
     *
     * @param records whether the poll has returned records
     */
    boolean isLost(boolean records) {
        if (records) {
            lastRecords = nanoTime.getAsLong();
            return false;
        }
        return states.get().map(this::isLost).orElse(false);
    }

    private boolean isLost(BinlogState state) {
        wasConnected |= state.connected();
        return wasConnected && (!state.connected() || isSilent(state));
    }

    private boolean isSilent(BinlogState state) {
        return state.millisSinceLastEvent() > SILENCE.toMillis()
                && nanoTime.getAsLong() - lastRecords > SILENCE.toNanos();
    }
}
