package io.ordersync.connect.json;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real worker that is given the schema of a topic's plain messages. */
class PlainJsonIT {

    private final ItemsPipeline items = new ItemsPipeline();

    @AfterEach
    void close() {
        items.close();
    }

    @Test
    void writesPlainMessagesAndEnvelopesOfOneTopic() {
        items.sendRaw("plain", "{\"qty\":7}").send("envelope", 8).sendRaw("wrong", "{\"qty\":\"9\"}");

        items.sink(
                "value.converter", EnvelopeConverter.class.getName(),
                "value.converter.schemas.enable", "true",
                "value.converter.schema.content",
                        "{\"type\":\"struct\",\"fields\":[{\"field\":\"qty\",\"type\":\"int32\"}]}");

        items.awaitMarker();
        assertThat(items.qty("plain")).isEqualTo("7");
        assertThat(items.qty("envelope")).isEqualTo("8");
        await().untilAsserted(() -> assertThat(items.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.key()).isEqualTo("wrong")));
    }
}
