package io.ordersync.connect.sink.write.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;

/** Two equal tables: the sink stages the rows of one, and sends those of the other in multi-row statements. */
final class TwoWays implements AutoCloseable {

    private static final List<String> METRICS =
            List.of("rows-written-total", "rows-stale-total", "rows-deleted-total", "rows-refused-total");

    private final DirectTask staged;
    private final DirectTask sent;
    private final String exactly;

    /** @param columns the definitions of the columns; the first one must be a key to sort by */
    TwoWays(String columns, String... options) {
        staged = new DirectTask(options);
        sent = new DirectTask(Stream.concat(Stream.of(options), Stream.of("write.staging", "off"))
                .toArray(String[]::new));
        sql("CREATE TABLE $ (" + columns + ")");
        exactly = exactly(staged);
    }

    void sql(String statement) {
        staged.sql(statement);
        sent.sql(statement);
    }

    /** Writes the records in one batch both ways, and compares tables, refused records and metrics. */
    void put(List<SinkRecord> records) {
        staged.put(records);
        sent.put(records);
        assertThat(places(staged)).isEqualTo(places(sent));
        assertThat(staged.rows(exactly)).isEqualTo(sent.rows(exactly));
        for (String metric : METRICS) {
            assertThat(staged.context.metric(metric)).as(metric).isEqualTo(sent.context.metric(metric));
        }
        assertThat(sent.context.metric("rows-staged-total")).isZero();
    }

    /** Starts new tasks, which stage the next batch although the one before had a bad row. */
    void restart() {
        staged.restart();
        sent.restart();
    }

    /** The rows that have been staged so far. */
    long stagedRows() {
        return staged.context.metric("rows-staged-total");
    }

    private static List<Long> places(DirectTask task) {
        return task.context.refused.keySet().stream()
                .map(SinkRecord::kafkaOffset)
                .sorted()
                .toList();
    }

    int refused() {
        return staged.context.refused.size();
    }

    /** Returns a query that tells values apart that look the same, such as two floats or a text and its bytes. */
    private static String exactly(DirectTask task) {
        return task
                .rows(
                        "SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = '"
                                + task.table + "' ORDER BY ordinal_position")
                .stream()
                .map(column -> switch (column.get("type")) {
                    case "float", "double" ->
                        "CAST(CAST(%1$s AS DOUBLE) AS CHAR) AS %1$s".formatted(column.get("name"));
                    case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "year" -> column.get("name");
                    default -> "%1$s, HEX(%1$s)".formatted(column.get("name"));
                })
                .collect(Collectors.joining(", ", "SELECT ", " FROM $ ORDER BY 1, 2"));
    }

    @Override
    public void close() {
        staged.close();
        sent.close();
    }
}
