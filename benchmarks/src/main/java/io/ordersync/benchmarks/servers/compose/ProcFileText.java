package io.ordersync.benchmarks.servers.compose;

import java.time.Duration;

/** Reads the text of files of Linux' {@code /proc} (proc(5)). A text may hold the files of several processes. */
final class ProcFileText {

    /** The unit of the time fields on every architecture (USER_HZ). */
    private static final long TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private ProcFileText() {}

    /** Adds up {@code VmRSS} of files {@code status}. */
    static double residentMegabytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Adds up the times of files {@code stat}. Other lines are ignored. */
    static Duration cpuTime(String stat) {
        long ticks = stat.lines()
                .filter(line -> line.matches("\\d+ \\(.*\\) [A-Z] .*"))
                .mapToLong(ProcFileText::ticks)
                .sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    /** The name of the process, in brackets, may hold blanks and brackets. */
    private static long ticks(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(afterName[USER_TIME]) + Long.parseLong(afterName[SYSTEM_TIME]);
    }
}
