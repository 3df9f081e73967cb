package io.ordersync.connect.sink.position;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.testing.connect.TestStack;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A topic whose numbered records become rows by plain inserts, and the table with the position of its connector. */
final class InsertsPipeline implements AutoCloseable {

    private static final TestStack STACK = TestStack.running();

    final ItemsPipeline items;
    final String table;
    final String positions;

    InsertsPipeline() {
        this("qty INT CHECK (qty < 1000000)", 1);
    }

    InsertsPipeline(String columns, int partitions) {
        items = new ItemsPipeline(columns, partitions);
        table = items.name;
        positions = items.name + "_offset";
    }

    /** Creates a login with the name of the table that may write its rows only. */
    InsertsPipeline createLogin() {
        STACK.sql(
                "CREATE USER %s IDENTIFIED BY 'small'".formatted(table),
                "GRANT SELECT, INSERT ON mydb.%s TO %s".formatted(table, table));
        return this;
    }

    /** Creates the table of positions, and allows the login to write it. */
    void createPositions() {
        STACK.sql(
                "CREATE TABLE %s (connector VARCHAR(128), topic VARCHAR(249), topic_partition INT, topic_id CHAR(22) NULL,"
                                .formatted(positions)
                        + " next_offset BIGINT NOT NULL, PRIMARY KEY (connector, topic, topic_partition))",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON mydb.%s TO %s".formatted(positions, table));
    }

    /** Returns the options that make a sink write each record exactly once by plain inserts. */
    String[] options(String... more) {
        return Stream.concat(
                        Stream.of(
                                "insert.mode",
                                "insert",
                                "pk.mode",
                                "none",
                                "pk.fields",
                                null,
                                "version.field",
                                null,
                                "transforms",
                                null,
                                "transforms.offset.type",
                                null,
                                "transforms.offset.offset.field",
                                null,
                                "offsets.table",
                                positions,
                                "offsets.admin.bootstrap.servers",
                                STACK.bootstrapServers(),
                                "batch.size",
                                "50",
                                "consumer.override.max.poll.records",
                                "50",
                                "consumer.override.session.timeout.ms",
                                "6000",
                                "consumer.override.heartbeat.interval.ms",
                                "1000"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    Map<String, String> config(String... more) {
        return items.config(options(more));
    }

    /** Sends the numbers from the first one to the one before the last. */
    InsertsPipeline send(int from, int to) {
        IntStream.range(from, to).forEach(number -> items.send("k" + number, number));
        STACK.topics().flush();
        return this;
    }

    long count() {
        return STACK.count(table);
    }

    /** Waits until all numbers below this are rows, and returns how often each row is there more than once. */
    List<Map<String, String>> awaitAll(int numbers) {
        ItemsPipeline.await()
                .until(() -> STACK.rows("SELECT COUNT(DISTINCT qty) AS n FROM `" + table + "`")
                        .get(0)
                        .get("n")
                        .equals(Integer.toString(numbers)));
        return repeated();
    }

    List<Map<String, String>> repeated() {
        return STACK.rows("SELECT qty, COUNT(*) AS n FROM `" + table + "` GROUP BY qty HAVING COUNT(*) > 1");
    }

    /** Returns the stored position of the first partition, or null. */
    Long position() {
        List<Map<String, String>> rows =
                STACK.rows("SELECT next_offset AS o FROM `" + positions + "` WHERE topic_partition = 0");
        return rows.isEmpty() ? null : Long.valueOf(rows.get(0).get("o"));
    }

    void awaitPosition(long offset) {
        ItemsPipeline.await()
                .ignoreExceptions() // the sink may not have created the table yet
                .until(() -> Long.valueOf(offset).equals(position()));
    }

    @Override
    public void close() {
        items.close();
        STACK.sql("DROP TABLE IF EXISTS `" + positions + "`", "DROP USER IF EXISTS " + table);
    }
}
