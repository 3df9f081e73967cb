package io.ordersync.connect.sink.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.ordersync.connect.client.WorkerRebalancing;
import io.ordersync.connect.sink.JdbcSinkConnector;
import io.ordersync.stack.testing.connect.Database;
import io.ordersync.stack.testing.connect.TestStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A topic, a table and a connector between them, with a name that no other test uses. */
public final class ItemsPipeline implements AutoCloseable {

    public static final String COLUMNS = "id VARCHAR(40) PRIMARY KEY, qty INT NOT NULL, kafka_offset BIGINT";
    private static final String SCHEMA = """
            {"schema":{"type":"struct","optional":false,"fields":[
              {"field":"qty","type":"int64","optional":true}]},"payload":{"qty":%s}}""";

    private final TestStack stack = TestStack.running();
    private final Database database;
    public final String name = "items_" + UUID.randomUUID().toString().substring(0, 8);

    /** Creates a topic with one partition, so that records keep their order. */
    public ItemsPipeline() {
        this(COLUMNS, 1);
    }

    public ItemsPipeline(String columns, int partitions) {
        this(TestStack.running().database(), columns, partitions);
    }

    public ItemsPipeline(Database database, String columns, int partitions) {
        this.database = database;
        stack.topics().create(name, partitions);
        database.sql("CREATE TABLE `" + name + "` (" + columns + ")");
    }

    public static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
    }

    public ItemsPipeline sink(String... options) {
        awaitBalance().untilAsserted(() -> stack.connect().put(name, config(options)));
        await().until(() -> stack.states(name).equals("RUNNING RUNNING"));
        return this;
    }

    public Map<String, String> config(String... options) {
        Map<String, String> config = new HashMap<>();
        config.put("connector.class", JdbcSinkConnector.class.getName());
        config.put("tasks.max", "1");
        config.put("topics", name);
        config.put("connection.url", database.server().jdbcUrl());
        config.put("connection.user", "orders_sink");
        config.put("connection.password", database.server().password("orders_sink"));
        config.put("insert.mode", "upsert");
        config.put("pk.mode", "record_key");
        config.put("pk.fields", "id");
        config.put("version.field", "kafka_offset");
        config.put("retry.backoff.ms", "200");
        config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        config.put("transforms", "offset");
        config.put("transforms.offset.type", "org.apache.kafka.connect.transforms.InsertField$Value");
        config.put("transforms.offset.offset.field", "kafka_offset");
        config.put("errors.tolerance", "all");
        config.put("errors.deadletterqueue.topic.name", dlq());
        config.put("errors.deadletterqueue.topic.replication.factor", "1");
        config.put("errors.deadletterqueue.context.headers.enable", "true");
        config.put("consumer.override.auto.offset.reset", "earliest");
        config.put("consumer.override.max.poll.records", "2000");
        for (int i = 0; i < options.length; i += 2) {
            if (options[i + 1] == null) {
                config.remove(options[i]);
            } else {
                config.put(options[i], options[i + 1]);
            }
        }
        return config;
    }

    public ItemsPipeline send(String id, Object qty) {
        return sendRaw(id, SCHEMA.formatted(qty));
    }

    public ItemsPipeline send(int partition, String id, Object qty) {
        stack.topics().send(name, partition, id, SCHEMA.formatted(qty));
        return this;
    }

    public ItemsPipeline sendRaw(String id, String value) {
        stack.topics().send(name, id, value);
        return this;
    }

    /** Sends a record and waits until it is in the table. The records sent to the same partition before are processed then. */
    public void awaitMarker() {
        String marker = "marker-" + UUID.randomUUID().toString().substring(0, 8);
        send(marker, 0);
        await().until(() -> qty(marker) != null);
        database.sql("DELETE FROM `" + name + "` WHERE id = '" + marker + "'");
    }

    public String qty(String id) {
        List<Map<String, String>> rows = database.rows("SELECT qty FROM `" + name + "` WHERE id = '" + id + "'");
        return rows.isEmpty() ? null : rows.get(0).get("qty");
    }

    public long count() {
        return database.count(name);
    }

    public List<ConsumerRecord<String, String>> deadLetters() {
        return stack.topics().all(dlq());
    }

    public String states() {
        return assertDoesNotThrow(() -> stack.states(name));
    }

    public void awaitOutage() {
        await().until(() -> outages() > 0);
    }

    /** Counts the outages of the table in the log. */
    public long outages() {
        return Pattern.compile("WARN.*Table " + name + " at .* cannot be written since")
                .matcher(stack.workerLog())
                .results()
                .count();
    }

    /** Counts the revocations of partitions with unwritten records in the log. */
    public long revocations() {
        return Pattern.compile("INFO.*\\[" + name + "\\|.*The partitions that waited for .* were revoked")
                .matcher(stack.workerLog())
                .results()
                .count();
    }

    private String dlq() {
        return name + "-dlq";
    }

    /** A worker refuses changes while its group rebalances. */
    private static ConditionFactory awaitBalance() {
        return await().ignoreExceptionsInstanceOf(WorkerRebalancing.class);
    }

    @Override
    public void close() {
        awaitBalance().untilAsserted(() -> stack.connect().delete(name));
        database.sql("DROP TABLE IF EXISTS `" + name + "`");
    }
}
