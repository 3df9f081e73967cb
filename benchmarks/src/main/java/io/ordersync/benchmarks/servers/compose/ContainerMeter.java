package io.ordersync.benchmarks.servers.compose;

import io.ordersync.benchmarks.measure.ResourceMeter;
import io.ordersync.stack.testing.compose.ComposeProject;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the processes of all containers of one service. A measurement takes some tenths of a second. Processes that
 * have ended, such as health checks, do not count.
 */
record ContainerMeter(ComposeProject project, String service, int instances) implements ResourceMeter {

    /** Measures the containers that run now. */
    static ContainerMeter of(ComposeProject project, String service) {
        return new ContainerMeter(project, service, project.instances(service));
    }

    @Override
    public Duration cpuTime() {
        return files("stat").map(ProcFileText::cpuTime).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public double residentMegabytes() {
        return files("status").mapToDouble(ProcFileText::residentMegabytes).sum();
    }

    /** Reads the files of this name of every process: one text per container. A process may end meanwhile. */
    private Stream<String> files(String name) {
        return IntStream.rangeClosed(1, instances)
                .mapToObj(number -> project.in(
                        service, number, "sh", "-c", "cat /proc/[0-9]*/%s 2> /dev/null || true".formatted(name)));
    }
}
