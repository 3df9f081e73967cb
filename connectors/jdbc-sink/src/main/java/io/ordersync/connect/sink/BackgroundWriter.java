package io.ordersync.connect.sink;

import io.ordersync.connect.sink.write.SinkWriter;
import io.ordersync.connect.sink.write.TableFault;
import io.ordersync.connect.sink.write.Transaction;
import io.ordersync.connect.sink.write.WriteResult;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches in a separate thread. So a server that does not answer does not block the worker's thread, and rebalances
 * and stops do not have to wait.
 */
final class BackgroundWriter {

    private final SinkWriter writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(BackgroundWriter::thread);
    private @Nullable Future<WriteResult> running;

    BackgroundWriter(SinkWriter writer) {
        this.writer = writer;
    }

    /**
     * Writes the transaction and returns the result, or null if the time is up before that. Call it again with the same
     * transaction then.
     *
     * @throws TableFault if the database cannot be written: nothing of the transaction is written
     */
    @Nullable
    WriteResult write(Transaction transaction, Duration timeout) throws TableFault {
        if (running == null) {
            running = thread.submit(() -> writer.write(transaction));
        }
        try {
            WriteResult result = running.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            running = null;
            return result;
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

    /** Stops at once and rolls back an open transaction. The writer cannot be used afterwards. */
    void abandon() {
        thread.shutdownNow();
        writer.abandon();
    }

    private static TableFault unwrapped(Throwable cause) {
        if (cause instanceof TableFault fault) {
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
