package io.ordersync.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Another process of this user. */
public record ProcessMeter(long pid) implements Meter {

    @Override
    public Duration used() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    @Override
    public double residentMegabytes() {
        Path status = Path.of("/proc/%d/status".formatted(pid));
        try {
            return Files.exists(status) ? ProcFiles.residentMegabytes(Files.readString(status)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
