package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Meter;
import io.ordersync.benchmarks.measure.ProcFiles;
import io.ordersync.stack.compose.ComposeProject;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All containers of one service; what asks them is counted as well, with some milliseconds. */
record ContainerMeter(ComposeProject project, String service) implements Meter {

    @Override
    public Duration used() {
        return files("stat").map(ProcFiles::cpuTime).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public double residentMegabytes() {
        return files("status").mapToDouble(ProcFiles::residentMegabytes).sum();
    }

    /** The files of this name of every process, one text for each container; a process may end meanwhile. */
    private Stream<String> files(String name) {
        return IntStream.rangeClosed(1, project.instances(service))
                .mapToObj(number -> project.in(
                        service, number, "sh", "-c", "cat /proc/[0-9]*/%s 2> /dev/null || true".formatted(name)));
    }
}
