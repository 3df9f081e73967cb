package io.ordersync.connect.sink.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Several tasks create a table and add columns to it at the same time. */
class ConcurrentTableChangesIT {

    private static final int TASKS = 4;
    private static final int ROUNDS = 5;

    private final List<DirectTask> tasks = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(TASKS);
    private final CyclicBarrier barrier = new CyclicBarrier(TASKS);

    @AfterEach
    void close() {
        threads.shutdownNow();
        tasks.forEach(DirectTask::close);
    }

    @RepeatedTest(5)
    void tasksCreateAndExtendATableConcurrently() throws Exception {
        DirectTask first = new DirectTask("auto.create", "true", "auto.evolve", "true");
        tasks.add(first);
        while (tasks.size() < TASKS) {
            tasks.add(first.another());
        }
        List<Future<?>> all = new ArrayList<>();
        for (int number = 0; number < TASKS; number++) {
            int own = number;
            all.add(threads.submit(() -> {
                writeRounds(own);
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(first.rows("SELECT id FROM $")).hasSize(TASKS * ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            for (int number = 0; number < TASKS; number++) {
                String field = field(number, round);
                assertThat(first.rows("SELECT id FROM $ WHERE " + field + " IS NOT NULL"))
                        .as(field)
                        .hasSize(1);
            }
        }
        assertThat(tasks).allSatisfy(task -> assertThat(task.context.refused).isEmpty());
    }

    /** Each round adds a field of this task alone and a field that all tasks add at the same time. */
    private void writeRounds(int number) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            barrier.await();
            tasks.get(number).put(record(number, round));
        }
    }

    private static SinkRecord record(int number, int round) {
        SchemaBuilder schema = SchemaBuilder.struct().field(field(number, round), Schema.OPTIONAL_INT32_SCHEMA);
        IntStream.rangeClosed(0, round).forEach(r -> schema.field("shared_" + r, Schema.OPTIONAL_STRING_SCHEMA));
        Struct value = new Struct(schema.build()).put(field(number, round), 1).put("shared_" + round, "all");
        return Records.of(Schema.STRING_SCHEMA, "k" + number + "_" + round, value.schema(), value);
    }

    private static String field(int number, int round) {
        return "own_" + number + "_" + round;
    }
}
