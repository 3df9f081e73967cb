package io.ordersync.stack;

import tools.jackson.databind.JsonNode;

/** The state of a connector or of one of its tasks; of the trace of a failure only the first line is kept. */
record TaskStatus(String state, String failure) {

    static TaskStatus of(JsonNode node) {
        String trace = node.path("trace").asString("");
        return new TaskStatus(
                node.path("state").asString("UNKNOWN"),
                trace.lines().findFirst().orElse(""));
    }

    boolean isRunning() {
        return state.equals("RUNNING");
    }

    @Override
    public String toString() {
        return failure.isEmpty() ? state : state + " (" + failure + ")";
    }
}
