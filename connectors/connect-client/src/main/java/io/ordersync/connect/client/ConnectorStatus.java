package io.ordersync.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The states of a connector and its tasks.
 *
 * @param type {@code source} or {@code sink}
 */
public record ConnectorStatus(String name, String type, InstanceStatus connector, List<InstanceStatus> tasks) {

    static ConnectorStatus of(JsonNode status) {
        return new ConnectorStatus(
                status.path("name").asText(),
                status.path("type").asText(),
                InstanceStatus.of("connector", status.path("connector")),
                StreamSupport.stream(status.path("tasks").spliterator(), false)
                        .map(task -> InstanceStatus.of("task " + task.path("id").asText(), task))
                        .toList());
    }

    /** Whether the connector and all its tasks run; false as long as it has no tasks. */
    public boolean isRunning() {
        return !tasks.isEmpty() && instances().allMatch(InstanceStatus::isRunning);
    }

    /** Whether the connector runs with at least one of its tasks. */
    public boolean isRunningInPart() {
        return connector.isRunning() && tasks.stream().anyMatch(InstanceStatus::isRunning);
    }

    /** The hosts and ports of the workers that run the tasks. */
    public String workers() {
        return tasks.stream().map(InstanceStatus::worker).distinct().collect(Collectors.joining(", "));
    }

    /** The connector and the tasks that have failed. */
    public List<InstanceStatus> failed() {
        return instances().filter(InstanceStatus::isFailed).toList();
    }

    /** The states of the connector and its tasks, such as {@code RUNNING RUNNING}. */
    public String states() {
        return instances().map(InstanceStatus::state).collect(Collectors.joining(" "));
    }

    /** All states in one line, with the innermost cause of each failure. */
    public String summary() {
        String each = tasks.stream().map(InstanceStatus::summary).collect(Collectors.joining(", "));
        return "%s, tasks: %s".formatted(connector.summary(), each.isEmpty() ? "none" : each);
    }

    private Stream<InstanceStatus> instances() {
        return Stream.concat(Stream.of(connector), tasks.stream());
    }
}
