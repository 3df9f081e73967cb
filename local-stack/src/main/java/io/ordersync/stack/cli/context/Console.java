package io.ordersync.stack.cli.context;

import java.io.PrintWriter;

/** The output of the commands: lines, and on a terminal one status line below them that changes. */
public final class Console {

    private static final String CLEAR = "\r\u001b[K";
    private static final long STATUS_INTERVAL_NANOS = 2_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private String status = "";
    private long lastOutput = System.nanoTime();

    Console(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public synchronized void line(String text) {
        lastOutput = System.nanoTime();
        out.print(status.isEmpty() ? "" : CLEAR);
        out.println(text);
        out.print(status);
        out.flush();
    }

    /** Replaces the status line. Without a terminal, prints it as a line if nothing was printed for 2 s. */
    public synchronized void status(String text) {
        if (terminal) {
            out.print(CLEAR + text);
            out.flush();
            status = text;
        } else if (!text.isEmpty() && System.nanoTime() - lastOutput > STATUS_INTERVAL_NANOS) {
            line(text);
        }
    }
}
