package io.ordersync.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine that was measured.
 *
 * @param load the average number of runnable threads during the minute before the run; negative if it is unknown
 */
public record Machine(String cpu, int cores, long memoryMegabytes, String system, double load) {

    /** Describes this machine. Call it before a server is started: then the load is that of other programs. */
    public static Machine describeThis() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        long bytes = system instanceof com.sun.management.OperatingSystemMXBean known ? known.getTotalMemorySize() : 0;
        return new Machine(
                cpuModel(),
                system.getAvailableProcessors(),
                bytes / 1024 / 1024,
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                system.getSystemLoadAverage());
    }

    /** Whether other programs kept the machine busy, so that absolute figures say little. */
    boolean isBusy() {
        return load > 0.5 * cores;
    }

    String describe() {
        return String.format(
                Locale.ROOT, "%s, %d cores, %,d MB, %s, load before %.1f", cpu, cores, memoryMegabytes, system, load);
    }

    private static String cpuModel() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.notExists(info)) {
            return "CPU " + System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst(".*:\\s*", ""))
                .findFirst()
                .orElse("unknown CPU");
    }
}
