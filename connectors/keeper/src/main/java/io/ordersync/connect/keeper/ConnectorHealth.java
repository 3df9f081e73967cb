package io.ordersync.connect.keeper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the worker says about a connector.
 *
 * @param failures one line for the connector and each task that is FAILED
 * @param summary all states in one line
 */
record ConnectorHealth(List<String> failures, String summary) {

    private static final String CAUSE = "Caused by: ";

    static ConnectorHealth of(JsonNode status) {
        List<String> failures = new ArrayList<>();
        List<String> states = new ArrayList<>();
        add("connector", status.path("connector"), failures, states);
        for (JsonNode task : status.path("tasks")) {
            add("task " + task.path("id").asText(), task, failures, states);
        }
        return new ConnectorHealth(List.copyOf(failures), String.join(", ", states));
    }

    boolean isFailed() {
        return !failures.isEmpty();
    }

    private static void add(String part, JsonNode node, List<String> failures, List<String> states) {
        String state = node.path("state").asText();
        states.add(part + " " + state);
        if (state.equals("FAILED")) {
            failures.add(part + " FAILED: " + causes(node.path("trace").asText()));
        }
    }

    /** What the stack trace says without its lines of code: the causes, from the task's own exception down. */
    private static String causes(String trace) {
        List<String> lines = trace.lines().filter(line -> !line.isBlank()).toList();
        List<String> causes = lines.stream()
                .filter(line -> line.startsWith(CAUSE))
                .map(line -> line.substring(CAUSE.length()))
                .toList();
        return causes.isEmpty() ? lines.stream().findFirst().orElse("no trace") : String.join("; because ", causes);
    }
}
