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
            failures.add(part + " FAILED: " + rootCause(node.path("trace").asText()));
        }
    }

    /** The last "Caused by" of a stack trace says most. */
    private static String rootCause(String trace) {
        int cause = trace.lastIndexOf("Caused by: ");
        String rest = cause < 0 ? trace : trace.substring(cause + "Caused by: ".length());
        return rest.lines().findFirst().orElse("no trace");
    }
}
