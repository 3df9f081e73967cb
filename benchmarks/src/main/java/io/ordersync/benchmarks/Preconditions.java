package io.ordersync.benchmarks;

import io.ordersync.benchmarks.files.BenchmarkFolders;
import io.ordersync.benchmarks.stage.Workload;
import io.ordersync.stack.testing.compose.ComposeProject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory, disk space and Docker engine that a run needs. They are checked before anything starts. */
record Preconditions(long megabytesOfMemory, long megabytesOfDisk, boolean compose) {

    static Preconditions of(Workload workload, boolean compose) {
        return workload == Workload.SMOKE
                ? new Preconditions(1500, 1000, compose)
                : new Preconditions(3000, 10_000, compose);
    }

    /** @throws IllegalStateException if something is missing; the message says what */
    void check() throws IOException {
        require(freeMemory(), megabytesOfMemory, "memory");
        Files.createDirectories(BenchmarkFolders.target());
        long disk = Files.getFileStore(BenchmarkFolders.target()).getUsableSpace() / 1024 / 1024;
        require(disk, megabytesOfDisk, "disk space");
        if (compose) {
            ComposeProject.engineObstacle().ifPresent(obstacle -> {
                throw new IllegalStateException(
                        "Containers cannot be started: %s. Run without --compose, which needs none."
                                .formatted(obstacle));
            });
        }
    }

    private static void require(long found, long needed, String what) {
        if (found < needed) {
            throw new IllegalStateException(
                    "The benchmarks need %,d MB of free %s, but only %,d MB are free.".formatted(needed, what, found));
        }
    }

    /** The memory that can be used, or without {@code /proc} the total memory. */
    private static long freeMemory() throws IOException {
        Path info = Path.of("/proc/meminfo");
        if (Files.exists(info)) {
            return Files.readAllLines(info).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean known
                ? known.getTotalMemorySize() / 1024 / 1024
                : Long.MAX_VALUE;
    }
}
