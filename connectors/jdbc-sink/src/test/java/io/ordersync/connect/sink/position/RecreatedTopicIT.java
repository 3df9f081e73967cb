package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A topic is deleted and created again. The sink begins at its start, says so once, and writes each record once. */
class RecreatedTopicIT {

    private static final TestStack STACK = TestStack.running();

    private final InsertsPipeline inserts = new InsertsPipeline();

    @AfterEach
    void close() {
        inserts.close();
    }

    @Test
    void beginsAtTheStartOfAShorterTopic() throws Exception {
        inserts.items.sink(inserts.options("consumer.override.metadata.max.age.ms", "1000"));
        inserts.send(0, 100).awaitAll(100);
        inserts.awaitPosition(100);
        recreateTopic();
        inserts.send(100, 130);
        assertThat(inserts.awaitAll(130)).isEmpty();
        inserts.awaitPosition(30);
        assertThat(announcements()).isEqualTo(1);
    }

    @Test
    void beginsAtTheStartOfALongerTopic() throws Exception {
        inserts.items.sink(inserts.options());
        inserts.send(0, 100).awaitAll(100);
        inserts.awaitPosition(100);
        STACK.connect().stop(inserts.table);
        await().until(() -> STACK.states(inserts.table).startsWith("STOPPED"));
        recreateTopic();
        inserts.send(100, 300);
        STACK.connect().resume(inserts.table);
        assertThat(inserts.awaitAll(300)).isEmpty();
        inserts.awaitPosition(200);
        assertThat(announcements()).isEqualTo(1);
    }

    private long announcements() {
        return Pattern.compile("WARN.*Topic " + inserts.table + " was deleted and created again")
                .matcher(STACK.workerLog())
                .results()
                .count();
    }

    private void recreateTopic() throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", STACK.bootstrapServers()))) {
            admin.deleteTopics(List.of(inserts.table)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(inserts.table));
            await().ignoreExceptions()
                    .untilAsserted(() -> admin.createTopics(List.of(new NewTopic(inserts.table, 1, (short) 1)))
                            .all()
                            .get());
        }
    }
}
