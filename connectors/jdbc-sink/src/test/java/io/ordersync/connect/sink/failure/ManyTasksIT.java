package io.ordersync.connect.sink.failure;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.testing.connect.TestStack;
import io.ordersync.stack.testing.connect.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever upserts and tombstones come while tasks restart, their number changes and workers are killed: the table ends
 * as a map would.
 */
class ManyTasksIT {

    private static final int PARTITIONS = 3;
    private static final TestStack STACK = TestStack.running();
    private static Workers workers;

    /** What happens in a round; printed when the property does not hold. */
    private record Step(String name, Consumer<Round> effect) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeContainer
    static void start() throws IOException {
        workers = new Workers(
                "many-" + UUID.randomUUID(), STACK.bootstrapServers(), Files.createTempDirectory("many-tasks"));
        await().until(workers::areReady);
    }

    @AfterContainer
    static void stop() {
        workers.close();
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void endAsAMapWould(@ForAll("steps") List<Step> steps, @ForAll boolean versioned) {
        try (Round round = new Round(versioned)) {
            steps.forEach(step -> step.effect().accept(round));
            round.awaitEverything();
            await().untilAsserted(() -> assertThat(round.table()).isEqualTo(round.map));
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> others = Arbitraries.frequency(
                Tuple.of(3, new Step("restart", Round::restart)),
                Tuple.of(1, new Step("1 task", round -> round.tasks(1))),
                Tuple.of(1, new Step("2 tasks", round -> round.tasks(2))),
                Tuple.of(1, new Step("3 tasks", round -> round.tasks(3))),
                Tuple.of(1, new Step("kill", round -> workers.killTheOldest())));
        return Arbitraries.frequencyOf(Tuple.of(3, records()), Tuple.of(1, others))
                .list()
                .ofMinSize(8)
                .ofMaxSize(16);
    }

    private static Arbitrary<Step> records() {
        Arbitrary<String> keys = Arbitraries.integers().between(1, 9).map(key -> "k" + key);
        Arbitrary<Integer> values = Arbitraries.integers().between(0, 999).injectNull(0.25);
        return Combinators.combine(keys, values)
                .as((key, value) -> new Step(key + "=" + value, round -> round.send(key, value)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(records -> new Step(
                        records.toString(),
                        round -> records.forEach(record -> record.effect().accept(round))));
    }

    private static final class Round implements AutoCloseable {

        private final Map<String, String> map = new HashMap<>();
        private final ItemsPipeline items = new ItemsPipeline(ItemsPipeline.COLUMNS, PARTITIONS);
        private final Map<String, String> config;

        Round(boolean versioned) {
            config = items.config("delete.enabled", "true", "version.field", versioned ? "kafka_offset" : null);
            // As the shipped connectors have it: the tasks of a killed worker hold up the others for 45 s otherwise.
            config.put("consumer.override.session.timeout.ms", "6000");
            config.put("consumer.override.heartbeat.interval.ms", "2000");
            tasks(2);
        }

        void send(String key, Integer value) {
            if (value == null) {
                map.remove(key);
                items.sendRaw(key, null);
            } else {
                map.put(key, value.toString());
                items.send(key, value);
            }
        }

        /** Also while the group rebalances, when the worker asks to try again. */
        void tasks(int number) {
            config.put("tasks.max", Integer.toString(number));
            await().ignoreExceptions()
                    .until(() -> workers.connect()
                                    .put("/connectors/" + items.name + "/config", config)
                                    .statusCode()
                            < 300);
        }

        void restart() {
            STACK.topics().flush();
            await().ignoreExceptions()
                    .until(() -> workers.connect()
                                    .post("/connectors/" + items.name + "/restart?includeTasks=true")
                                    .statusCode()
                            < 300);
        }

        /** What was sent to a partition before its marker has been dealt with when the marker is there. */
        void awaitEverything() {
            List<String> markers = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> "marker-" + partition)
                    .toList();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                items.send(partition, markers.get(partition), 0);
            }
            await().until(() -> rows().keySet().containsAll(markers));
        }

        Map<String, String> table() {
            Map<String, String> rows = rows();
            rows.keySet().removeIf(id -> id.startsWith("marker"));
            return rows;
        }

        private Map<String, String> rows() {
            return STACK.rows("SELECT id, qty FROM " + items.name).stream()
                    .collect(Collectors.toMap(row -> row.get("id"), row -> row.get("qty")));
        }

        @Override
        public void close() {
            workers.connect().delete(items.name);
            items.close();
        }
    }
}
