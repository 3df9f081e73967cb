package io.ordersync.connect.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class TaskErrorTests {

    @Test
    void keepsAShortErrorAsItIs() {
        RuntimeException error = new ConnectException("no right", new IllegalStateException("denied"));
        assertThat(TaskError.shorten(error)).isSameAs(error);
    }

    @Test
    void shortensAnErrorThatQuotesARow() {
        RuntimeException error =
                new ConnectException("the event " + "x".repeat(2_000_000), new IllegalArgumentException("year 0"));
        RuntimeException shortened = TaskError.shorten(error);
        assertThat(shortened)
                .hasNoCause()
                .hasMessageStartingWith("org.apache.kafka.connect.errors.ConnectException: the event xxx")
                .hasMessageEndingWith("…; caused by java.lang.IllegalArgumentException: year 0");
        assertThat(shortened.getMessage().length()).isLessThan(5_000);
    }
}
