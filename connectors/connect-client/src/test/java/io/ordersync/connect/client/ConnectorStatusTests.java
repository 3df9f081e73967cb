package io.ordersync.connect.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ConnectorStatusTests {

    @Test
    void runsWhenAllItsTasksRun() throws IOException {
        ConnectorStatus status = status("""
                {"name":"orders-sink","connector":{"state":"RUNNING"},
                 "tasks":[{"id":0,"state":"RUNNING"},{"id":1,"state":"RUNNING"}]}""");

        assertThat(status.isRunning()).isTrue();
        assertThat(status.failed()).isEmpty();
        assertThat(status.states()).isEqualTo("RUNNING RUNNING RUNNING");
        assertThat(status.summary()).isEqualTo("RUNNING, tasks: RUNNING, RUNNING");
    }

    @Test
    void doesNotRunBeforeItHasTasks() throws IOException {
        ConnectorStatus status = status("""
                {"name":"orders-sink","connector":{"state":"RUNNING"},"tasks":[]}""");

        assertThat(status.isRunning()).isFalse();
        assertThat(status.states()).isEqualTo("RUNNING");
        assertThat(status.summary()).isEqualTo("RUNNING, tasks: none");
    }

    @Test
    void namesTheTaskThatHasFailedAndItsCauses() throws IOException {
        ConnectorStatus status = status("""
                {"name":"users-source","connector":{"state":"RUNNING","worker_id":"127.0.0.1:8083"},
                 "tasks":[{"id":1,"state":"FAILED","trace":"Stopped\\n\\tat Some.where\\nCaused by: In between\\n\\tat Some.where\\nCaused by: Access denied\\n"}]}""");

        assertThat(status.connector().worker()).isEqualTo("127.0.0.1:8083");
        assertThat(status.isRunning()).isFalse();
        assertThat(status.failed()).singleElement().hasToString("task 1 FAILED");
        assertThat(status.failed().get(0).failureCauses()).containsExactly("In between", "Access denied");
        assertThat(status.summary()).isEqualTo("RUNNING, tasks: FAILED (Access denied)");
    }

    @Test
    void takesTheFirstLineOfAFailureWithoutCause() throws IOException {
        ConnectorStatus status = status("""
                {"name":"orders-sink","connector":{"state":"RUNNING"},
                 "tasks":[{"id":0,"state":"FAILED","trace":"java.lang.Exception: no table\\n\\tat Some.where"}]}""");

        assertThat(status.failed().get(0).failureCauses()).containsExactly("java.lang.Exception: no table");
        assertThat(status.summary()).isEqualTo("RUNNING, tasks: FAILED (java.lang.Exception: no table)");
    }

    private static ConnectorStatus status(String json) throws IOException {
        return ConnectorStatus.of(Json.parse(json.getBytes()));
    }
}
