package io.ordersync.stack.cli.workplace;

import java.io.PrintWriter;

/** The command line's only way to say something: lines, and on a terminal one line below them that changes. */
public final class Console {

    private static final String CLEAR = "\r\u001b[K";
    private static final long QUIET_NANOS = 2_000_000_000L;

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

    /** Says what is going on now; where nothing can be overwritten it becomes a line when it was quiet for 2 s. */
    public synchronized void status(String text) {
        if (terminal) {
            out.print(CLEAR + text);
            out.flush();
            status = text;
        } else if (!text.isEmpty() && System.nanoTime() - lastOutput > QUIET_NANOS) {
            line(text);
        }
    }
}
