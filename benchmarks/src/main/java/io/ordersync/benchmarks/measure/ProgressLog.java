package io.ordersync.benchmarks.measure;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints a line for each step of a run. A long step prints a dot every two seconds. */
public final class ProgressLog implements AutoCloseable {

    private static final int DOT_SECONDS = 2;

    private final PrintWriter out;
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService dots = Executors.newSingleThreadScheduledExecutor(ProgressLog::daemon);
    private boolean open;

    public ProgressLog(PrintWriter out) {
        this.out = out;
        dots.scheduleAtFixedRate(this::dot, DOT_SECONDS, DOT_SECONDS, TimeUnit.SECONDS);
    }

    /** Prints a line of its own. */
    public synchronized void report(String line) {
        if (open) {
            out.println();
        }
        open = false;
        out.println(stamped(line));
        out.flush();
    }

    /** Prints the name of a step and leaves the line open for its result. */
    public synchronized void begin(String step) {
        if (open) {
            out.println();
        }
        open = true;
        out.print(stamped(step) + " ");
        out.flush();
    }

    /** Completes the line of the step. */
    public synchronized void end(String result) {
        out.println(open ? result : stamped(result));
        open = false;
        out.flush();
    }

    @Override
    public void close() {
        dots.shutdownNow();
    }

    private synchronized void dot() {
        if (open) {
            out.print('.');
            out.flush();
        }
    }

    private String stamped(String line) {
        return String.format(Locale.ROOT, "%6.1f s  %s", (System.nanoTime() - begin) / 1e9, line);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }
}
