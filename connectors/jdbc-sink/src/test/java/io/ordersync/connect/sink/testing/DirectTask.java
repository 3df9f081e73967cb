package io.ordersync.connect.sink.testing;

import io.ordersync.connect.sink.JdbcSinkTask;
import io.ordersync.stack.testing.connect.TestStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;

/** A task without a worker, on a real database, with a table that no other test uses. */
public final class DirectTask implements AutoCloseable {

    private static final TestStack STACK = TestStack.running();

    public final String table;
    public FakeContext context = new FakeContext();
    private final Map<String, String> options;
    private JdbcSinkTask task;

    public DirectTask(String... options) {
        this("direct_" + UUID.randomUUID().toString().substring(0, 8), options);
    }

    private DirectTask(String table, String... options) {
        this.table = table;
        this.options = new HashMap<>(SinkConfigs.with(
                "connection.url",
                STACK.mariaDb().jdbcUrl(),
                "connection.user",
                "orders_sink",
                "connection.password",
                STACK.mariaDb().password("orders_sink"),
                "table.name.format",
                table));
        for (int i = 0; i < options.length; i += 2) {
            if (options[i + 1] == null) {
                this.options.remove(options[i]);
            } else {
                this.options.put(options[i], options[i + 1]);
            }
        }
        restart();
    }

    /** Starts another task of the same connector, perhaps with other options. */
    public DirectTask another(String... changed) {
        Stream<String> own =
                options.entrySet().stream().flatMap(option -> Stream.of(option.getKey(), option.getValue()));
        return new DirectTask(table, Stream.concat(own, Stream.of(changed)).toArray(String[]::new));
    }

    /** Replaces the task by a new one, as after a crash. */
    public void restart() {
        if (task != null) {
            task.stop();
        }
        context = new FakeContext();
        task = new JdbcSinkTask();
        task.initialize(context);
        task.start(options);
        task.open(context.assigned);
    }

    /** Writes the records, and fails if they are not written within 20 seconds. */
    public void put(SinkRecord... records) {
        put(List.of(records));
    }

    public void put(List<SinkRecord> records) {
        task.put(records);
        if (!context.paused.isEmpty()) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                task.put(List.of());
                return context.paused.isEmpty();
            });
        }
    }

    /** Calls the task once, as a worker does, and does not wait until the records are written. */
    public void call(List<SinkRecord> records) {
        task.put(records);
    }

    /** Commits offsets, as a worker does that has read up to this one, and returns what the task lets it commit. */
    public Long commit(long consumed) {
        OffsetAndMetadata offset = task.preCommit(Map.of(FakeContext.PARTITION, new OffsetAndMetadata(consumed)))
                .get(FakeContext.PARTITION);
        return offset == null ? null : (Long) offset.offset();
    }

    public List<Map<String, String>> rows(String select) {
        return STACK.rows(select.replace("$", "`" + table + "`"));
    }

    public void sql(String statement) {
        STACK.sql(statement.replace("$", "`" + table + "`"));
    }

    @Override
    public void close() {
        task.stop();
        sql("DROP TABLE IF EXISTS $");
    }
}
