package io.ordersync.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the operating system has counted for another process of this user. */
public record CpuClock(long pid) {

    /** CPU time of all its threads so far, in user code and in the kernel, to a hundredth of a second. */
    public Duration used() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Resident memory; 0 where the system has no {@code /proc}. */
    public double residentMegabytes() throws IOException {
        Path status = Path.of("/proc/%d/status".formatted(pid));
        if (Files.notExists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
