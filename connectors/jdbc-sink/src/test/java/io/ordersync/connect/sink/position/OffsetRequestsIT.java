package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connect's own requests about the offsets of a stopped connector. */
class OffsetRequestsIT {

    private static final TestStack STACK = TestStack.running();

    private final InsertsPipeline inserts = new InsertsPipeline();

    @BeforeEach
    void writeAndStop() throws Exception {
        inserts.items.sink(inserts.options());
        inserts.send(0, 100).awaitAll(100);
        inserts.awaitPosition(100);
        STACK.connect().stop(inserts.table);
        await().until(() -> STACK.states(inserts.table).startsWith("STOPPED"));
    }

    @AfterEach
    void close() {
        inserts.close();
    }

    @Test
    void alteredOffsetsMoveThePosition() throws Exception {
        assertThat(patch(60).status()).isEqualTo(200);
        assertThat(inserts.position()).isEqualTo(60);
        resume();
        await().until(() -> inserts.count() == 140);
        assertThat(inserts.repeated()).hasSize(40);
        inserts.awaitPosition(100);
    }

    @Test
    void resetOffsetsDeleteThePosition() throws Exception {
        assertThat(OffsetRequests.send(inserts.table, "DELETE", "").status()).isEqualTo(200);
        assertThat(inserts.position()).isNull();
        resume();
        await().until(() -> inserts.count() == 200);
        inserts.awaitPosition(100);
    }

    @Test
    void nothingIsAlteredWithoutTheDatabase() throws Exception {
        STACK.stopMariaDb();
        try {
            OffsetRequests.Reply answer = patch(60);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body())
                    .contains(
                            "The position in table " + inserts.positions, "cannot be changed, and nothing was changed");
        } finally {
            STACK.startMariaDb();
        }
        assertThat(inserts.position()).isEqualTo(100);
        resume();
        inserts.send(100, 110);
        assertThat(inserts.awaitAll(110)).isEmpty();
    }

    private void resume() throws Exception {
        STACK.connect().resume(inserts.table);
    }

    private OffsetRequests.Reply patch(long offset) throws Exception {
        return OffsetRequests.send(inserts.table, "PATCH", """
                {"offsets": [{"partition": {"kafka_topic": "%s", "kafka_partition": 0}, "offset": {"kafka_offset": %d}}]}""".formatted(inserts.table, offset));
    }
}
