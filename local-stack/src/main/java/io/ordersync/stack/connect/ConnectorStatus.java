package io.ordersync.stack.connect;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A connector and its tasks, as the worker sees them. */
public record ConnectorStatus(String name, TaskStatus connector, List<TaskStatus> tasks) {

    static ConnectorStatus of(JsonNode status) {
        return new ConnectorStatus(
                status.path("name").asString(""),
                TaskStatus.of(status.path("connector")),
                status.path("tasks").valueStream().map(TaskStatus::of).toList());
    }

    public boolean isRunning() {
        return connector.isRunning() && !tasks.isEmpty() && tasks.stream().allMatch(TaskStatus::isRunning);
    }

    public String states() {
        String each = tasks.stream().map(TaskStatus::toString).collect(Collectors.joining(", "));
        return "%s, tasks: %s".formatted(connector, each.isEmpty() ? "none" : each);
    }
}
