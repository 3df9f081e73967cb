package io.ordersync.connect.sink;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the database cannot be written, why and since when, and once that it can again. */
final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final DatabaseUrl url;
    private final Clock clock;
    private volatile @Nullable Instant since;
    private volatile Duration past = Duration.ZERO;

    Outage(DatabaseUrl url, Clock clock) {
        this.url = url;
        this.clock = clock;
    }

    boolean isOn() {
        return since != null;
    }

    /** @param attempt how long the attempt took that has failed */
    void continues(TableName table, SQLException cause, Duration attempt) {
        if (since != null) {
            log.debug("Table {} at {} still cannot be written: {}", table, url, cause.getMessage());
            return;
        }
        since = clock.instant().minus(attempt);
        log.warn(
                "Table {} at {} cannot be written since {}: {} [error {}, state {}]."
                        + " Its records wait; trying again until it can",
                table,
                url,
                since.truncatedTo(ChronoUnit.SECONDS),
                cause.getMessage(),
                cause.getErrorCode(),
                cause.getSQLState());
    }

    void ends() {
        end("{} can be written again after {} s");
    }

    /** Nothing waits here any more, since the partitions are taken away or the task stops. */
    void movesOn() {
        end("What waited for {} is given up with its partitions after {} s, for whoever gets them next");
    }

    private void end(String message) {
        Instant begin = since;
        if (begin != null) {
            Duration outage = Duration.between(begin, clock.instant());
            log.info(message, url, outage.toSeconds());
            past = past.plus(outage);
            since = null;
        }
    }

    /** How long the database could not be written, all outages together, the present one included. */
    long totalMillis() {
        Instant begin = since;
        Duration present = begin == null ? Duration.ZERO : Duration.between(begin, clock.instant());
        return past.plus(present).toMillis();
    }
}
