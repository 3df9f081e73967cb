package io.ordersync.benchmarks.measure;

import java.time.Duration;

/** What the files of Linux' {@code /proc} say of processes (proc(5)); a text may be that of several files. */
public final class ProcFiles {

    /** A field counts in these on every architecture (USER_HZ). */
    private static final long TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private ProcFiles() {}

    /** The sum of {@code VmRSS} in files {@code status}. */
    public static double residentMegabytes(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** The sum of the times in files {@code stat}; lines that are none are passed over. */
    public static Duration cpuTime(String stat) {
        long ticks = stat.lines()
                .filter(line -> line.matches("\\d+ \\(.*\\) [A-Z] .*"))
                .mapToLong(ProcFiles::ticks)
                .sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    /** The name, in brackets, may have blanks and brackets in it. */
    private static long ticks(String stat) {
        String[] behindTheName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(behindTheName[USER_TIME]) + Long.parseLong(behindTheName[SYSTEM_TIME]);
    }
}
