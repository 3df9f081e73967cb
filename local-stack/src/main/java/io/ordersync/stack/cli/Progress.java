package io.ordersync.stack.cli;

import io.ordersync.stack.ClassArchives;
import io.ordersync.stack.StackListener;
import io.ordersync.stack.cli.context.Console;
import io.ordersync.stack.lifecycle.Part;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints a line for each part that is ready or has stopped, and below it those that are still waited for. */
final class Progress implements StackListener, ClassArchives.Listener {

    private final Console console;
    private final Map<String, Long> pending = new LinkedHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    private boolean stopping;

    Progress(Console console) {
        this.console = console;
        clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void starting(Part part) {
        begin(part.name());
    }

    @Override
    public synchronized void ready(Part part, Duration took) {
        done(part.name(), "ready", took);
    }

    @Override
    public synchronized void stopping(Part part) {
        if (!stopping) {
            stopping = true;
            pending.clear();
            console.line("Stopping");
        }
        starting(part);
    }

    @Override
    public synchronized void stopped(Part part, Duration took) {
        done(part.name(), "stopped", took);
    }

    @Override
    public synchronized void closed() {
        pending.clear();
        console.status("");
        if (stopping) {
            console.line("Stopped");
        }
    }

    @Override
    public void making(String archive) {
        begin(archive);
    }

    @Override
    public synchronized void made(String archive, Duration took) {
        done(archive, "prepared", took);
    }

    private synchronized void begin(String name) {
        pending.put(name, System.nanoTime());
        tick();
    }

    private void done(String name, String what, Duration took) {
        pending.remove(name);
        console.line(String.format(Locale.ROOT, "  %-18s %-8s %5.1f s", name, what, seconds(took.toNanos())));
        tick();
    }

    private synchronized void tick() {
        if (pending.isEmpty()) {
            console.status("");
            return;
        }
        long oldest = pending.values().iterator().next();
        console.status(String.format(
                Locale.ROOT,
                "  ... %s (%.0f s)",
                String.join(", ", pending.keySet()),
                seconds(System.nanoTime() - oldest)));
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }
}
