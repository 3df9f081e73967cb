package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import io.ordersync.stack.testing.connect.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Workers are killed between the commit of rows and the commit of offsets, which they make once a minute. */
class KilledWorkerIT {

    private static final int KILLS = 4;
    private static final int ROWS = 1000;
    private static final TestStack STACK = TestStack.running();
    private static Workers workers;

    private final InsertsPipeline inserts = new InsertsPipeline();

    @BeforeAll
    static void start() throws IOException {
        workers = new Workers(
                "killed-" + UUID.randomUUID(), STACK.bootstrapServers(), Files.createTempDirectory("killed"));
        await().until(workers::areReady);
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    @AfterEach
    void close() {
        await().ignoreExceptions().untilAsserted(() -> workers.connect().delete(inserts.table));
        inserts.close();
    }

    @Test
    void plainInsertsAreWrittenExactlyOnce() {
        await().ignoreExceptions()
                .untilAsserted(() -> workers.connect()
                        .put(
                                inserts.table,
                                inserts.config("batch.size", "200", "consumer.override.max.poll.records", "200")));
        int part = ROWS / KILLS;
        for (int kill = 0; kill < KILLS; kill++) {
            long before = inserts.count();
            inserts.send(kill * part, (kill + 1) * part);
            await().until(() -> inserts.count() > before);
            workers.killTheOldest();
            workers.killTheOldest();
        }
        assertThat(inserts.awaitAll(ROWS)).isEmpty();
        inserts.awaitPosition(ROWS);
        assertThat(inserts.count()).isEqualTo(ROWS);
    }
}
