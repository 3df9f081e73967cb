package io.ordersync.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The state of a connector or of one of its tasks.
 *
 * @param instance {@code connector}, or {@code task 0} and so on
 * @param worker the host and port of the worker that runs it
 * @param trace the stack trace of a failure; empty if it has not failed
 */
public record InstanceStatus(String instance, String state, String worker, String trace) {

    static InstanceStatus of(String instance, JsonNode status) {
        return new InstanceStatus(
                instance,
                status.path("state").asText("UNKNOWN"),
                status.path("worker_id").asText(),
                status.path("trace").asText());
    }

    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    public boolean isFailed() {
        return state.equals("FAILED");
    }

    /** Why it has failed: the causes of its exception, the innermost last, or else the exception itself. */
    public List<String> failureCauses() {
        List<String> causes = StackTraceText.causes(trace);
        return causes.isEmpty()
                ? trace.lines().filter(line -> !line.isBlank()).limit(1).toList()
                : causes;
    }

    String summary() {
        List<String> causes = failureCauses();
        return causes.isEmpty() ? state : "%s (%s)".formatted(state, causes.get(causes.size() - 1));
    }

    @Override
    public String toString() {
        return instance + " " + state;
    }
}
