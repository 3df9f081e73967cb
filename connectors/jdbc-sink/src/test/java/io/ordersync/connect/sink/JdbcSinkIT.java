package io.ordersync.connect.sink;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.testing.connect.TestStack;
import io.ordersync.stack.testing.connect.TestTopics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a real worker and a real database process records. */
class JdbcSinkIT {

    private final TestStack stack = TestStack.running();
    private ItemsPipeline items = new ItemsPipeline();

    @AfterEach
    void close() {
        items.close();
    }

    @Test
    void writesTheLastRecordOfAKey() {
        items.send("a", 1).send("b", 2).send("a", 3).sink().awaitMarker();
        items.send("b", 4).awaitMarker();
        assertThat(items.qty("a")).isEqualTo("3");
        assertThat(items.qty("b")).isEqualTo("4");
        assertThat(items.count()).isEqualTo(2);
        assertThat(items.deadLetters()).isEmpty();
    }

    @Test
    void doesNotChangeARowThatIsNewerThanTheRecord() {
        stack.sql(
                "INSERT INTO " + items.name + " VALUES ('newer', 1, 1000)",
                "INSERT INTO " + items.name + " VALUES ('without version', 1, NULL)");
        items.send("newer", 2).send("without version", 2).sink().awaitMarker();
        assertThat(items.qty("newer")).isEqualTo("1");
        assertThat(items.qty("without version")).isEqualTo("2");
    }

    @Test
    void sendsARefusedRecordToTheDeadLettersAndWritesTheOthers() {
        for (int i = 0; i < 100; i++) {
            items.send("id-" + i, i == 41 ? "3000000000" : i == 77 ? "null" : i);
        }
        items.sink().awaitMarker();
        assertThat(items.count()).isEqualTo(98);
        await().until(() -> items.deadLetters().size() == 2);
        List<ConsumerRecord<String, String>> letters = items.deadLetters();
        assertThat(letters).extracting(ConsumerRecord::key).containsExactly("id-41", "id-77");
        assertThat(TestTopics.header(letters.get(0), "__connect.errors.exception.message"))
                .contains("topic " + items.name, "partition 0", "offset 41", "key id-41", "column qty", "Out of range");
        assertThat(TestTopics.header(letters.get(1), "__connect.errors.exception.message"))
                .contains("offset 77", "column qty", "cannot be null");
        assertThat(items.states()).isEqualTo("RUNNING RUNNING");
    }

    @Test
    void keepsTheValidRecordOfAKeyWhenALaterOneIsRefused() {
        items.send("a", 1).send("a", "3000000000").sink().awaitMarker();
        assertThat(items.qty("a")).isEqualTo("1");
        await().until(() -> items.deadLetters().size() == 1);
    }

    @Test
    void sendsRecordsThatCannotBecomeRowsToTheDeadLetters() {
        items.send(null, 1)
                .sendRaw("unreadable", "{not json")
                .sendRaw("tombstone", null)
                .sendRaw("text", "{\"schema\":{\"type\":\"string\"},\"payload\":\"x\"}")
                .sendRaw(
                        "column",
                        "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"colour\",\"type\":\"string\"}]},"
                                + "\"payload\":{\"colour\":\"red\"}}")
                .sink(
                        "transforms",
                        null,
                        "transforms.offset.type",
                        null,
                        "transforms.offset.offset.field",
                        null,
                        "version.field",
                        null)
                .awaitMarker();
        await().until(() -> items.deadLetters().size() == 5);
        assertThat(items.deadLetters())
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder(null, "unreadable", "tombstone", "text", "column");
        assertThat(items.deadLetters())
                .filteredOn(letter -> "column".equals(letter.key()))
                .allSatisfy(letter -> assertThat(TestTopics.header(letter, "__connect.errors.exception.message"))
                        .contains("field colour has no column"));
        assertThat(items.count()).isZero();
    }

    @Test
    void failureOfATaskWithoutDeadLettersNamesTheRecord() throws Exception {
        items.send("good", 1).send("bad", "3000000000").send("later", 3);
        stack.connect()
                .put(items.name, items.config("errors.tolerance", "none", "errors.deadletterqueue.topic.name", null));
        await().until(() -> items.states().equals("RUNNING FAILED"));
        assertThat(stack.connect()
                        .status(items.name)
                        .orElseThrow()
                        .tasks()
                        .get(0)
                        .trace())
                .contains("topic " + items.name, "partition 0", "offset 1", "key bad", "column qty", "Out of range");
    }
}
