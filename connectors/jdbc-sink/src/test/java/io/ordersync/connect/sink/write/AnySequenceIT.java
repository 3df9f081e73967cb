package io.ordersync.connect.sink.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After any sequence of upserts, tombstones, refused rows and schema changes the table holds what a map would hold, in any
 * division into batches, and although the task restarts from earlier offsets.
 */
class AnySequenceIT {

    private static final int RECORDS = 300;
    private static final int KEYS = 12;
    private static final int TOO_MUCH = 100;
    /** Has one more field, so that a batch needs several statements. */
    private static final Schema ITEM_WITH_NOTE = SchemaBuilder.struct()
            .field("qty", Schema.INT32_SCHEMA)
            .field("v", Schema.OPTIONAL_INT64_SCHEMA)
            .field("note", Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    private DirectTask task;

    @AfterEach
    void close() {
        task.close();
    }

    static Stream<Arguments> seeds() {
        return new Random(7)
                .longs(20)
                .boxed()
                .flatMap(seed ->
                        Stream.of(Arguments.arguments(seed, new String[] {}), Arguments.arguments(seed, new String[] {
                            "version.field", "v", "transforms.o.offset.field", "v"
                        })));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tableEqualsAMapAfterAnySequence(long seed, String[] options) {
        task = new DirectTask(Stream.concat(Stream.of("delete.enabled", "true", "batch.size", "40"), Stream.of(options))
                .toArray(String[]::new));
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, qty INT CHECK (qty < " + TOO_MUCH
                + "), v BIGINT, note VARCHAR(10))");
        Random random = new Random(seed);
        List<SinkRecord> topic = new ArrayList<>();
        for (int offset = 0; offset < RECORDS; offset++) {
            topic.add(record(random, offset));
        }
        deliver(topic, random);
        assertThat(task.rows("SELECT id, qty FROM $").stream()
                        .collect(Collectors.toMap(row -> row.get("id"), row -> Integer.valueOf(row.get("qty")))))
                .isEqualTo(asMap(topic));
    }

    private void deliver(List<SinkRecord> topic, Random random) {
        int position = 0;
        while (position < topic.size()) {
            int end = Math.min(topic.size(), position + 1 + random.nextInt(90));
            task.put(topic.subList(position, end));
            position = end;
            if (random.nextInt(6) == 0) {
                task.restart();
                position = Math.max(0, position - random.nextInt(60));
            }
        }
    }

    private static SinkRecord record(Random random, int offset) {
        String id = "k" + random.nextInt(KEYS);
        if (random.nextInt(4) == 0) {
            return new SinkRecord("items", 0, Schema.STRING_SCHEMA, id, null, null, offset);
        }
        Schema schema = random.nextBoolean() ? Records.ITEM : ITEM_WITH_NOTE;
        int qty = random.nextInt(40) == 0 ? TOO_MUCH : random.nextInt(TOO_MUCH);
        Struct value = new Struct(schema).put("qty", qty).put("v", (long) offset);
        return new SinkRecord("items", 0, Schema.STRING_SCHEMA, id, schema, value, offset);
    }

    private static Map<String, Integer> asMap(List<SinkRecord> topic) {
        Map<String, Integer> map = new TreeMap<>();
        for (SinkRecord record : topic) {
            if (record.value() == null) {
                map.remove(record.key());
            } else if (((Struct) record.value()).getInt32("qty") < TOO_MUCH) {
                map.put((String) record.key(), ((Struct) record.value()).getInt32("qty"));
            }
        }
        return map;
    }
}
