package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Meter;
import io.ordersync.benchmarks.measure.ProcFiles;
import io.ordersync.stack.testing.compose.ComposeProject;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The processes of all containers of one service. To ask them takes some tenths of a second. What does not last, such as
 * health checks, is not counted.
 */
record ContainerMeter(ComposeProject project, String service, int instances) implements Meter {

    /** Of those containers that run now. */
    static ContainerMeter of(ComposeProject project, String service) {
        return new ContainerMeter(project, service, project.instances(service));
    }

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
        return IntStream.rangeClosed(1, instances)
                .mapToObj(number -> project.in(
                        service, number, "sh", "-c", "cat /proc/[0-9]*/%s 2> /dev/null || true".formatted(name)));
    }
}
