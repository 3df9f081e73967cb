package io.ordersync.connect.sink.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.testing.connect.TestStack;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RiskLogIT {

    private final TestStack stack = TestStack.running();
    private final ItemsPipeline items = new ItemsPipeline();

    @AfterEach
    void close() {
        items.close();
    }

    /** The registration does not know the topics, so the warnings come from the task. */
    @Test
    void warnsOnceAboutATableThatTheTaskFinds() {
        stack.sql("ALTER TABLE %s ENGINE=MyISAM, ADD UNIQUE INDEX by_offset (kafka_offset)".formatted(items.name));
        items.sink("topics", null, "topics.regex", items.name).awaitMarker();
        items.awaitMarker();
        assertThat(warnings("has the storage engine MyISAM")).isEqualTo(1);
        assertThat(warnings("has the unique index by_offset")).isEqualTo(1);
    }

    @Test
    void saysThatExactlyOnceDoesNotHoldForSuchATable() {
        stack.sql("ALTER TABLE %s ENGINE=MyISAM".formatted(items.name));
        items.sink("offsets.table", items.name + "_offset").awaitMarker();
        items.awaitMarker();
        stack.sql("DROP TABLE %s_offset".formatted(items.name));
        assertThat(warnings("has no transactions, so its rows are not written exactly once"))
                .isBetween(1L, 2L); // at the registration and by the task
    }

    private long warnings(String text) {
        return Pattern.compile("WARN .*Table " + items.name + " " + text)
                .matcher(stack.workerLog())
                .results()
                .count();
    }
}
