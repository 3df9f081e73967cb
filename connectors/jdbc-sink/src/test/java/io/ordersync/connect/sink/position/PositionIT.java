package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table is right about the position, whatever happens to it while the connector runs. */
class PositionIT {

    private static final TestStack STACK = TestStack.running();

    private final InsertsPipeline inserts = new InsertsPipeline();

    @AfterEach
    void close() {
        inserts.close();
    }

    private void sink(String... options) {
        inserts.items.sink(inserts.options(options));
    }

    @Test
    void createsTheTableAndMovesThePosition() {
        inserts.send(0, 100);
        sink();
        assertThat(inserts.awaitAll(100)).isEmpty();
        inserts.awaitPosition(100);
        assertThat(STACK.rows("SELECT connector, topic, CHAR_LENGTH(topic_id) AS n FROM " + inserts.positions))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("connector", inserts.table)
                        .containsEntry("topic", inserts.table)
                        .containsEntry("n", "22"));
    }

    @Test
    void readsAgainFromARestoredDatabaseWhileRecordsArrive() {
        sink();
        inserts.send(0, 200).awaitAll(200);
        restoreTo(100);
        inserts.send(200, 300);
        assertThat(inserts.awaitAll(300)).isEmpty();
        assertThat(STACK.workerLog())
                .containsPattern("WARN.*The position of partition " + inserts.table
                        + "-0 in the table is 100 .* instead of 200 .* the database was restored");
    }

    @Test
    void readsAgainFromARestoredDatabaseWithoutNewRecords() {
        sink();
        inserts.send(0, 200).awaitAll(200);
        inserts.awaitPosition(200);
        restoreTo(100);
        assertThat(inserts.awaitAll(200)).isEmpty();
        inserts.awaitPosition(200);
    }

    private void restoreTo(int rows) {
        STACK.sql(
                "START TRANSACTION",
                "DELETE FROM " + inserts.table + " WHERE qty >= " + rows,
                "UPDATE " + inserts.positions + " SET next_offset = " + rows,
                "COMMIT");
    }

    @Test
    void waitsForItsTableWhenItIsDropped() {
        sink();
        inserts.send(0, 100).awaitAll(100);
        inserts.awaitPosition(100);
        String definition =
                STACK.rows("SHOW CREATE TABLE " + inserts.positions).get(0).get("Create Table");
        STACK.sql("RENAME TABLE %1$s TO %1$s_away".formatted(inserts.positions));
        inserts.send(100, 200);
        await().until(() -> STACK.workerLog()
                .contains("It keeps the position of the sink. Create it: CREATE TABLE `" + inserts.positions + "`"));
        assertThat(inserts.count()).isEqualTo(100);
        assertThat(inserts.items.states()).isEqualTo("RUNNING RUNNING");
        assertThat(definition).contains("next_offset");
        STACK.sql("RENAME TABLE %1$s_away TO %1$s".formatted(inserts.positions));
        assertThat(inserts.awaitAll(200)).isEmpty();
    }

    @Test
    void continuesWithTheStatementsFromTheLogWhenItsTableWasDropped() {
        sink();
        inserts.send(0, 100).awaitAll(100);
        inserts.awaitPosition(100);
        STACK.sql("DROP TABLE " + inserts.positions);
        inserts.send(100, 200);
        String create = awaitInLog("CREATE TABLE `" + inserts.positions + "` .*? ENGINE=InnoDB");
        String insert = awaitInLog("INSERT INTO `" + inserts.positions + "` \\(.*\\) VALUES \\(.*?\\)");
        STACK.sql(create, insert);
        assertThat(inserts.awaitAll(200)).isEmpty();
    }

    private static String awaitInLog(String statement) {
        Pattern pattern = Pattern.compile(statement);
        await().until(() -> pattern.matcher(STACK.workerLog()).find());
        Matcher found = pattern.matcher(STACK.workerLog());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Rows are missing too, as in an empty database that was made again. */
    @Test
    void readsFromTheBeginningWhenItsRowHasDisappeared() {
        sink();
        inserts.send(0, 100).awaitAll(100);
        inserts.awaitPosition(100);
        STACK.sql("START TRANSACTION", "DELETE FROM " + inserts.table, "DELETE FROM " + inserts.positions, "COMMIT");
        inserts.send(100, 150);
        assertThat(inserts.awaitAll(150)).isEmpty();
        assertThat(STACK.workerLog()).containsPattern("WARN.* of partition " + inserts.table + "-0 has disappeared");
    }
}
