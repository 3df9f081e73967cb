package io.ordersync.benchmarks.servers.process;

import io.ordersync.benchmarks.measure.ResourceMeter;
import io.ordersync.stack.process.ProcessState;
import java.time.Duration;

/** Measures a process of this machine. */
public record ProcessMeter(long pid) implements ResourceMeter {

    @Override
    public Duration cpuTime() {
        return ProcessState.cpuTime(pid);
    }

    @Override
    public double residentMegabytes() {
        return ProcessState.of(pid).residentKilobytes() / 1024.0;
    }
}
