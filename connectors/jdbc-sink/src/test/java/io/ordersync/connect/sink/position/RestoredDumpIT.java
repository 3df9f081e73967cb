package io.ordersync.connect.sink.position;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;

import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.stack.testing.connect.TestStack;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dump is restored as its file does it, table by table, while the sink runs and records arrive. */
class RestoredDumpIT {

    private static final TestStack STACK = TestStack.running();

    private final ItemsPipeline items = new ItemsPipeline("id VARCHAR(40) PRIMARY KEY, qty INT NOT NULL", 1);
    private final String positions = items.name + "_offset";

    @AfterEach
    void close() {
        items.close();
        STACK.sql("DROP TABLE " + positions);
        for (String table : new String[] {items.name, positions}) {
            STACK.sql("DROP TABLE IF EXISTS " + table + "_dump");
        }
    }

    @Test
    void rowsBecomeCompleteWithoutACommand() {
        items.sink(
                "version.field", null,
                "transforms", null,
                "transforms.offset.type", null,
                "transforms.offset.offset.field", null,
                "offsets.table", positions);
        send(0, 500);
        awaitRows(500);
        dump(items.name);
        dump(positions);
        send(500, 1000);
        awaitRows(1000);
        AtomicBoolean isRestored = new AtomicBoolean();
        CompletableFuture<Integer> load = CompletableFuture.supplyAsync(() -> {
            int sent = 1000;
            while (!isRestored.get()) {
                send(sent, ++sent);
            }
            return sent;
        });
        restore(items.name);
        restore(positions);
        isRestored.set(true);
        awaitRows(load.join());
    }

    private void send(int from, int to) {
        for (int number = from; number < to; number++) {
            items.send("k" + number, number);
        }
        STACK.topics().flush();
    }

    private void awaitRows(int number) {
        await().until(() -> STACK.count(items.name) == number);
    }

    private static void dump(String table) {
        STACK.sql("CREATE TABLE %1$s_dump AS SELECT * FROM %1$s".formatted(table));
    }

    private static void restore(String table) {
        String definition = STACK.rows("SHOW CREATE TABLE " + table).get(0).get("Create Table");
        STACK.sql(
                "DROP TABLE " + table,
                definition,
                "LOCK TABLES " + table + " WRITE, " + table + "_dump READ",
                "INSERT INTO %1$s SELECT * FROM %1$s_dump".formatted(table),
                "UNLOCK TABLES");
    }
}
