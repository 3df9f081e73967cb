package io.ordersync.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where it was measured.
 *
 * @param load runnable threads on average over the minute before; below zero where the system does not tell
 */
public record Machine(String cpu, int cores, long memoryMegabytes, String system, double load) {

    /** As it is now: to be asked before anything is started, so that the load is that of others. */
    public static Machine here() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        long bytes = system instanceof com.sun.management.OperatingSystemMXBean known ? known.getTotalMemorySize() : 0;
        return new Machine(
                cpuModel(),
                system.getAvailableProcessors(),
                bytes / 1024 / 1024,
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                system.getSystemLoadAverage());
    }

    /** Whether others were at work already, so that the absolute figures say little. */
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
