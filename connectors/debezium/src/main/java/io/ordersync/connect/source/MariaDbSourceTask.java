package io.ordersync.connect.source;

import io.debezium.connector.mariadb.MariaDbConnectorTask;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Debezium's task, which begins anew when its connection to the binary log is lost and does not come back.
 *
 * <p>Debezium leaves reconnecting to a thread of its client. That thread can lock itself up with the one that reads: the
 * server refuses the new connection, as it does without the right to replicate or when the log's file is gone, and the
 * reader waits for the thread to end while the thread waits for the reader's lock. The task then is RUNNING and reads
 * nothing, for good. Debezium's stop frees both.
 */
public final class MariaDbSourceTask extends MariaDbConnectorTask {

    /** Longer than a server takes to restart: while the client reconnects by itself, nothing has to be read again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LostConnection lost = new LostConnection(PATIENCE);

    /** @throws RetriableException to be stopped, and started again at a later poll */
    @Override
    protected List<SourceRecord> doPoll() throws InterruptedException {
        boolean connected = StreamingMetrics.areConnected(context.configs().get("topic.prefix"));
        if (lost.isGivenUp(connected, System.nanoTime())) {
            throw new RetriableException(
                    "The connection to the binary log was lost %d s ago and has not come back: the task begins anew"
                            .formatted(PATIENCE.toSeconds()));
        }
        return super.doPoll();
    }

    @Override
    protected void doStop() {
        super.doStop();
        lost = new LostConnection(PATIENCE);
    }
}
