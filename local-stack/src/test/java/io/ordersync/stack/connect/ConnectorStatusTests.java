package io.ordersync.stack.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ConnectorStatusTests {

    @Test
    void runsWhenAllItsTasksDo() {
        ConnectorStatus status = status("""
                {"name":"orders-sink","connector":{"state":"RUNNING"},
                 "tasks":[{"id":0,"state":"RUNNING"},{"id":1,"state":"RUNNING"}]}""");

        assertThat(status.isRunning()).isTrue();
        assertThat(status.states()).isEqualTo("RUNNING, tasks: RUNNING, RUNNING");
    }

    @Test
    void doesNotRunBeforeItHasTasks() {
        ConnectorStatus status = status("""
                {"name":"orders-sink","connector":{"state":"RUNNING"},"tasks":[]}""");

        assertThat(status.isRunning()).isFalse();
        assertThat(status.states()).isEqualTo("RUNNING, tasks: none");
    }

    @Test
    void tellsTheInnermostCauseOfAFailure() {
        ConnectorStatus status = status("""
                {"name":"users-source","connector":{"state":"RUNNING"},
                 "tasks":[{"id":0,"state":"FAILED","trace":"Stopped\\n\\tat Some.where\\nCaused by: In between\\n\\tat Some.where\\nCaused by: Access denied\\n"}]}""");

        assertThat(status.states()).isEqualTo("RUNNING, tasks: FAILED (Access denied)");
    }

    @Test
    void tellsTheFirstLineOfAFailureWithoutCause() {
        ConnectorStatus status = status("""
                {"name":"orders-sink","connector":{"state":"RUNNING"},
                 "tasks":[{"id":0,"state":"FAILED","trace":"java.lang.Exception: no table\\n\\tat Some.where"}]}""");

        assertThat(status.isRunning()).isFalse();
        assertThat(status.states()).isEqualTo("RUNNING, tasks: FAILED (java.lang.Exception: no table)");
    }

    private static ConnectorStatus status(String json) {
        return ConnectorStatus.of(new JsonMapper().readTree(json));
    }
}
