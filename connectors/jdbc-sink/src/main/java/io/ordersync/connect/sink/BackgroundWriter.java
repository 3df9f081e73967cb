package io.ordersync.connect.sink;

import io.ordersync.connect.sink.position.PositionMovedException;
import io.ordersync.connect.sink.write.SinkWriter;
import io.ordersync.connect.sink.write.TableFault;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Works with the database in a separate thread, one piece of work at a time. So a server that does not answer does not block
 * the worker's thread, and rebalances and stops do not have to wait.
 */
final class BackgroundWriter {

    /** A piece of work that needs the database. */
    interface Work<T> {
        T run(SinkWriter writer) throws TableFault, PositionMovedException;
    }

    private final SinkWriter writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(BackgroundWriter::thread);
    private @Nullable Future<?> running;

    BackgroundWriter(SinkWriter writer) {
        this.writer = writer;
    }

    /**
     * Does the work and returns the result, or null if the time is up before that. Call it again with the same work then.
     *
     * @throws TableFault if the database cannot do it: nothing is written
     * @throws PositionMovedException if the position in the table is not the expected one: nothing is written
     */
    @SuppressWarnings("unchecked") // the caller passes the same work until it is done
    <T> @Nullable T run(Work<T> work, Duration timeout) throws TableFault, PositionMovedException {
        if (running == null) {
            running = thread.submit(() -> work.run(writer));
        }
        try {
            T result = (T) running.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
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

    /** Whether work is being done. */
    boolean isBusy() {
        return running != null;
    }

    /** Stops at once and rolls back an open transaction. The writer cannot be used afterwards. */
    void abandon() {
        thread.shutdownNow();
        writer.abandon();
    }

    private static TableFault unwrapped(Throwable cause) throws PositionMovedException {
        if (cause instanceof TableFault fault) {
            return fault;
        }
        if (cause instanceof PositionMovedException moved) {
            throw moved;
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
