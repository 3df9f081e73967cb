package io.ordersync.connect.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Whether a connection to the binary log that has been there is lost; before it was there, as during a snapshot, it is not. */
final class BinlogConnection {

    /** The server sends a heartbeat every few seconds, so that one that is silent for as long is gone, or the network. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private final Supplier<Optional<BinlogState>> states;
    private final LongSupplier nanoTime;
    private boolean everThere;
    private long lastRecords;

    /** @param states of now; nothing if the source does not read yet */
    BinlogConnection(Supplier<Optional<BinlogState>> states, LongSupplier nanoTime) {
        this.states = states;
        this.nanoTime = nanoTime;
        this.lastRecords = nanoTime.getAsLong();
    }

    /**
     * To be asked at each poll. While there are records the connection is not lost: what was read is handed on first, and
     * whoever waits to hand them on hears no heartbeat.
     */
    boolean isLost(boolean records) {
        if (records) {
            lastRecords = nanoTime.getAsLong();
            return false;
        }
        return states.get().map(this::isLost).orElse(false);
    }

    private boolean isLost(BinlogState state) {
        everThere |= state.connected();
        return everThere && (!state.connected() || isSilent(state));
    }

    private boolean isSilent(BinlogState state) {
        return state.millisSinceLastEvent() > SILENCE.toMillis()
                && nanoTime.getAsLong() - lastRecords > SILENCE.toNanos();
    }
}
