package io.ordersync.connect.sink.failure;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import io.ordersync.stack.testing.connect.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server whose only tablespace is full and cannot grow. */
class FullDiskIT {

    /** A page holds four rows, so that few of them need new pages. */
    private static final String COLUMNS =
            ItemsPipeline.COLUMNS + ", filler VARCHAR(3500) CHARACTER SET latin1 DEFAULT (REPEAT('x', 3500))";

    private static final int RECORDS = 200;
    private static final LocalStack STACK = TestStacks.ofProcesses("full-disk");
    private static Database database;
    private ItemsPipeline items;

    @BeforeAll
    static void start() {
        STACK.start(STACK.mariaDb().addOptions("--innodb-data-file-path=ibdata1:24M"));
        database = new Database(STACK.mariaDb());
        database.sql(
                "SET GLOBAL innodb_file_per_table = 0",
                "GRANT SELECT, INSERT, UPDATE ON mydb.* TO orders_sink@'%'",
                "CREATE TABLE ballast (" + COLUMNS + ")");
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    @AfterEach
    void close() {
        items.close();
    }

    @Test
    void waitsUntilTheDiskHasRoomAgain() {
        items = new ItemsPipeline(database, COLUMNS, 1);
        items.sink().awaitMarker();
        fill();
        for (int i = 0; i < RECORDS; i++) {
            items.send("k" + i, i);
        }
        items.awaitOutage();
        assertThat(items.states()).isEqualTo("RUNNING RUNNING");
        database.sql("DROP TABLE ballast");
        await().until(() -> items.count() == RECORDS);
        assertThat(items.states()).isEqualTo("RUNNING RUNNING");
        assertThat(items.deadLetters()).isEmpty();
        assertThat(items.outages()).as("outages in the log").isOne();
    }

    /** Inserts a thousand rows at a time, then fewer, until there is no room for a single row. */
    private static void fill() {
        for (int rows : new int[] {1000, 100, 10, 1}) {
            String insert = "INSERT INTO ballast (id, qty) SELECT UUID(), 0 FROM seq_1_to_" + rows;
            assertThatThrownBy(() -> {
                        while (true) {
                            database.sql(insert);
                        }
                    })
                    .hasMessageContaining("is full");
        }
    }
}
