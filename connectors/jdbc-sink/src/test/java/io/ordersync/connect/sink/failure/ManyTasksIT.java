package io.ordersync.connect.sink.failure;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.testing.connect.TestStack;
import io.ordersync.stack.testing.connect.Workers;
import io.ordersync.stack.testing.property.Generators;
import io.ordersync.stack.testing.property.Generators.Weighted;
import io.ordersync.stack.testing.property.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * After any sequence of upserts and tombstones the table holds what a map would hold, although tasks restart, the number
 * of tasks changes and workers are killed.
 */
class ManyTasksIT {

    private static final int PARTITIONS = 3;
    private static final TestStack STACK = TestStack.running();
    private static Workers workers;

    /** Something that happens in a round; printed when the property does not hold. */
    private record Step(String name, Consumer<Round> effect) {

        static Step batch(Random random) {
            return of(Generators.listOf(random, 1, 60, () -> record(random)));
        }

        private static Step record(Random random) {
            String key = "k" + Generators.between(random, 1, 9);
            Integer value = random.nextInt(4) == 0 ? null : Integer.valueOf(Generators.between(random, 0, 999));
            return new Step(key + "=" + value, round -> round.send(key, value));
        }

        private static Step of(List<Step> records) {
            return new Step(
                    records.toString(),
                    round -> records.forEach(record -> record.effect().accept(round)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @param isVersioned whether the sink compares the version of the record with that of the row */
    private record Sequence(List<Step> steps, boolean isVersioned) {

        static Sequence random(Random random) {
            return new Sequence(Generators.listOf(random, 8, 16, () -> step(random)), random.nextBoolean());
        }

        private static Step step(Random random) {
            return Generators.choose(
                    random,
                    new Weighted<>(21, Step.batch(random)),
                    new Weighted<>(3, new Step("restart", Round::restart)),
                    new Weighted<>(1, new Step("1 task", round -> round.tasks(1))),
                    new Weighted<>(1, new Step("2 tasks", round -> round.tasks(2))),
                    new Weighted<>(1, new Step("3 tasks", round -> round.tasks(3))),
                    new Weighted<>(1, new Step("kill", round -> workers.killTheOldest())));
        }

        Stream<Sequence> shorter() {
            return Generators.shorter(steps).map(fewer -> new Sequence(fewer, isVersioned));
        }
    }

    @BeforeAll
    static void start() throws IOException {
        workers = new Workers(
                "many-" + UUID.randomUUID(), STACK.bootstrapServers(), Files.createTempDirectory("many-tasks"));
        await().until(workers::areReady);
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    @Test
    void tableEqualsAMapAfterAnySequence() {
        new Property<>("many-tasks", Sequence::random, Sequence::shorter).check(5, sequence -> {
            try (Round round = new Round(sequence.isVersioned())) {
                sequence.steps().forEach(step -> step.effect().accept(round));
                round.awaitEverything();
                await().untilAsserted(() -> assertThat(round.table()).isEqualTo(round.map));
            }
        });
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

        /** Repeats the request while the group rebalances: the worker asks for that. */
        void tasks(int number) {
            config.put("tasks.max", Integer.toString(number));
            await().ignoreExceptions().untilAsserted(() -> workers.connect().put(items.name, config));
        }

        void restart() {
            STACK.topics().flush();
            await().ignoreExceptions().untilAsserted(() -> workers.connect().restart(items.name));
        }

        /** Waits for the marker of each partition: the records sent before it have been processed then. */
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
            await().ignoreExceptions().untilAsserted(() -> workers.connect().delete(items.name));
            items.close();
        }
    }
}
