package io.ordersync.connect.sink;

import static io.ordersync.connect.sink.Items.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.TestStack;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults of the database, made for real: the task runs on, nothing is lost, nothing becomes a dead letter. */
class OutageIT {

    private final TestStack stack = TestStack.running();
    private final Items items = new Items();

    @AfterEach
    void close() {
        items.close();
    }

    @Test
    void outlivesADatabaseThatIsAway() {
        items.sink().awaitMarker();
        stack.stopMariaDb();
        try {
            items.send("a", 1).send("b", 2);
            awaitOutage();
            assertThat(items.states()).isEqualTo("RUNNING RUNNING");
        } finally {
            stack.startMariaDb();
        }
        isWrittenInTheEnd();
    }

    @Test
    void outlivesADatabaseThatNoLongerAnswers() {
        items.sink("connection.url", stack.mariaDb().jdbcUrl() + "?socketTimeout=1000&connectTimeout=1000")
                .awaitMarker();
        stack.mariaDb().freeze();
        try {
            items.send("a", 1).send("b", 2);
            awaitOutage();
        } finally {
            stack.mariaDb().thaw();
        }
        isWrittenInTheEnd();
    }

    @Test
    void outlivesAReadOnlyDatabase() {
        items.sink().awaitMarker();
        stack.sql("SET GLOBAL read_only = 1");
        try {
            items.send("a", 1).send("b", 2);
            awaitOutage();
        } finally {
            stack.sql("SET GLOBAL read_only = 0");
        }
        isWrittenInTheEnd();
    }

    @Test
    void outlivesAMissingTable() {
        stack.sql("DROP TABLE " + items.name);
        items.send("a", 1).send("b", 2).sink();
        awaitOutage();
        stack.sql("CREATE TABLE " + items.name + " (" + Items.COLUMNS + ")");
        isWrittenInTheEnd();
    }

    @Test
    void reconnectsAtOnceWhenItsConnectionWasKilled() {
        items.sink().awaitMarker();
        stack.rows("SELECT id FROM information_schema.processlist WHERE user = 'orders_sink'")
                .forEach(session -> stack.sql("KILL " + session.get("id")));
        items.send("a", 1).send("b", 2);
        isWrittenInTheEnd();
        assertThat(outages()).isZero();
    }

    @Test
    void waitsForALockThatSomebodyHolds() throws Exception {
        items.send("a", 0).sink().awaitMarker();
        try (var holder = stack.mariaDb().connectAsRoot()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT * FROM " + items.name + " WHERE id = 'a' FOR UPDATE");
            items.send("a", 1).send("b", 2);
            awaitOutage();
        }
        isWrittenInTheEnd();
    }

    private void awaitOutage() {
        await().until(() -> outages() > 0);
    }

    private void isWrittenInTheEnd() {
        await().until(() -> "1".equals(items.qty("a")) && "2".equals(items.qty("b")));
        assertThat(items.states()).isEqualTo("RUNNING RUNNING");
        assertThat(items.deadLetters()).isEmpty();
        assertThat(outages()).as("lines in the log").isLessThanOrEqualTo(1);
    }

    private long outages() {
        return Pattern.compile("WARN.*Table " + items.name + " at .* cannot be written since")
                .matcher(stack.workerLog())
                .results()
                .count();
    }
}
