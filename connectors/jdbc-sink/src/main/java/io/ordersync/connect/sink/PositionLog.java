package io.ordersync.connect.sink;

import io.ordersync.connect.sink.position.Settled;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator why the sink reads from another place. Two writers that fight fill no log. */
final class PositionLog {

    private static final Logger log = LoggerFactory.getLogger(PositionLog.class);
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST = 20;

    private long since = System.nanoTime();
    private int warnings;

    void report(Settled settled) {
        if (settled.reason().isEmpty()) {
            return;
        }
        if (!settled.isUnusual()) {
            log.info("{}", settled.reason());
        } else if (isAllowed()) {
            log.warn("{}", settled.reason());
        }
    }

    private boolean isAllowed() {
        if (System.nanoTime() - since > PAUSE) {
            since = System.nanoTime();
            warnings = 0;
        }
        return ++warnings <= MOST;
    }
}
