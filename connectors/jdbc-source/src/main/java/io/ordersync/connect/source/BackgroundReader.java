package io.ordersync.connect.source;

import io.ordersync.connect.source.rows.Page;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads in a separate thread, one page ahead. So a server that does not answer does not block the worker's thread, and a
 * stop does not have to wait.
 */
final class BackgroundReader {

    private final SourceReader reader;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(BackgroundReader::thread);
    private @Nullable Future<Page> running;

    BackgroundReader(SourceReader reader) {
        this.reader = reader;
    }

    /** Returns the next page, or an empty one if the time is up before it is read. */
    Page next(Duration timeout) throws InterruptedException {
        if (running == null) {
            running = thread.submit(reader::read);
        }
        try {
            Page page = running.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            running = thread.submit(reader::read);
            return page;
        } catch (TimeoutException e) {
            return Page.EMPTY;
        } catch (ExecutionException e) {
            running = null;
            throw unwrapped(e.getCause());
        }
    }

    /** Stops at once. The reader cannot be used afterwards. */
    void abandon() {
        thread.shutdownNow();
        reader.abandon();
    }

    private static RuntimeException unwrapped(Throwable cause) throws InterruptedException {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof InterruptedException interruption) {
            throw interruption;
        }
        return (RuntimeException) cause;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "jdbc-source-reader");
        thread.setDaemon(true);
        return thread;
    }
}
