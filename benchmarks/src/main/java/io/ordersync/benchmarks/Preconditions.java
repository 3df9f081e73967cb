package io.ordersync.benchmarks;

import io.ordersync.benchmarks.servers.Home;
import io.ordersync.stack.testing.compose.ComposeProject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine has to have, checked before anything is started. */
record Preconditions(long megabytesOfMemory, long megabytesOfDisk, boolean compose) {

    static Preconditions of(Scale scale, boolean compose) {
        return scale == Scale.SMOKE ? new Preconditions(1500, 1000, compose) : new Preconditions(3000, 10_000, compose);
    }

    /** @throws IllegalStateException with a sentence that says what is missing */
    void check() throws IOException {
        require(freeMemory(), megabytesOfMemory, "memory");
        Files.createDirectories(Home.module().resolve("target"));
        long disk = Files.getFileStore(Home.module().resolve("target")).getUsableSpace() / 1024 / 1024;
        require(disk, megabytesOfDisk, "disk space");
        if (compose) {
            ComposeProject.engineObstacle().ifPresent(obstacle -> {
                throw new IllegalStateException(
                        "There can be no containers: %s. Without --compose none are needed.".formatted(obstacle));
            });
        }
    }

    private static void require(long found, long needed, String what) {
        if (found < needed) {
            throw new IllegalStateException(
                    "The benchmarks need %,d MB of free %s; there are %,d MB.".formatted(needed, what, found));
        }
    }

    /** Without {@code /proc}, all that is not in use for anything, which is less than what could be had. */
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
