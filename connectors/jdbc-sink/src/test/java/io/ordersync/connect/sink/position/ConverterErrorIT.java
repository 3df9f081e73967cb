package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that a converter has sent to the dead letters never reach the task, but its position passes them. */
class ConverterErrorIT {

    private static final TestStack STACK = TestStack.running();

    private final InsertsPipeline inserts = new InsertsPipeline();

    @AfterEach
    void close() {
        inserts.close();
    }

    @Test
    void deadLettersAreNotRepeatedAtARestart() throws Exception {
        inserts.items.sink(inserts.options());
        inserts.send(0, 10);
        for (int i = 0; i < 3; i++) {
            inserts.items.sendRaw("bad", "no JSON");
        }
        inserts.awaitAll(10);
        await().until(() -> inserts.items.deadLetters().size() == 3);
        inserts.awaitPosition(13);
        STACK.connect().delete(inserts.table);
        inserts.items.sink(inserts.options());
        inserts.send(10, 20);
        assertThat(inserts.awaitAll(20)).isEmpty();
        inserts.awaitPosition(23);
        assertThat(inserts.items.deadLetters()).hasSize(3);
    }
}
