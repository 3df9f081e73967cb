package io.ordersync.connect.sink;

import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.write.SinkWriter;
import io.ordersync.connect.sink.write.WriteResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a writer work in a thread of its own, so that a server that does not answer never holds the worker's thread for
 * long: rebalances and stops go on meanwhile.
 */
final class BackgroundWriter {

    private final SinkWriter writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(BackgroundWriter::thread);
    private @Nullable Future<WriteResult> running;

    BackgroundWriter(SinkWriter writer) {
        this.writer = writer;
    }

    /**
     * Returns what has become of the batch, or null if it is still being written when the time is up: then to be called
     * again with the same batch.
     *
     * @throws SQLException if the surroundings are at fault: nothing is written
     */
    @Nullable
    WriteResult write(Batch batch, Duration patience) throws SQLException {
        if (running == null) {
            running = thread.submit(() -> writer.write(batch));
        }
        try {
            WriteResult outcome = running.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            running = null;
            return outcome;
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            running = null;
            throw unwrapped(e.getCause());
        }
    }

    /** Whether a batch is being written. */
    boolean isBusy() {
        return running != null;
    }

    /** Ends the work at once: what is not committed never will be. The writer is of no use afterwards. */
    void abandon() {
        thread.shutdownNow();
        writer.abandon();
    }

    private static SQLException unwrapped(Throwable cause) {
        if (cause instanceof SQLException fault) {
            return fault;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) cause;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "jdbc-sink-writer");
        thread.setDaemon(true);
        return thread;
    }
}
