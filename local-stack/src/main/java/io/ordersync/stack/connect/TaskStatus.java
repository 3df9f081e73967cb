package io.ordersync.stack.connect;

import tools.jackson.databind.JsonNode;

/** The state of a connector or of one of its tasks; of the trace of a failure only the innermost cause is kept. */
record TaskStatus(String state, String failure) {

    private static final String CAUSE = "Caused by: ";

    static TaskStatus of(JsonNode node) {
        String trace = node.path("trace").asString("");
        return new TaskStatus(node.path("state").asString("UNKNOWN"), innermost(trace));
    }

    private static String innermost(String trace) {
        String first = trace.lines().findFirst().orElse("");
        return trace.lines()
                .filter(line -> line.startsWith(CAUSE))
                .map(line -> line.substring(CAUSE.length()))
                .reduce(first, (outer, inner) -> inner);
    }

    boolean isRunning() {
        return state.equals("RUNNING");
    }

    @Override
    public String toString() {
        return failure.isEmpty() ? state : state + " (" + failure + ")";
    }
}
