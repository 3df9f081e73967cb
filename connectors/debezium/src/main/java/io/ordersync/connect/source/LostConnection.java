package io.ordersync.connect.source;

import java.time.Duration;

/** Since when a connection is away that has been there: before the first one, as during a snapshot, nothing is lost. */
final class LostConnection {

    private final Duration patience;
    private boolean everThere;
    private long lastThere;

    LostConnection(Duration patience) {
        this.patience = patience;
    }

    /** @param now of {@link System#nanoTime()} */
    boolean isGivenUp(boolean connected, long now) {
        if (connected) {
            everThere = true;
            lastThere = now;
        }
        return everThere && now - lastThere > patience.toNanos();
    }
}
