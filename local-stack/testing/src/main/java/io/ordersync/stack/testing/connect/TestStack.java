package io.ordersync.stack.testing.connect;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.testing.TestStacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Real servers, started once for all tests of this module and stopped with its JVM. */
public final class TestStack {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static TestStack running;

    private final LocalStack stack = TestStacks.ofProcesses("connectors");
    private final ConnectClient connect;
    private final TestTopics topics;

    private TestStack() {
        stack.start(stack.mariaDb(), stack.broker());
        stack.start(stack.worker());
        connect = stack.worker().connect(PATIENCE);
        topics = new TestTopics(stack.broker().bootstrapServers());
        sql("GRANT SELECT, INSERT, UPDATE, DELETE, ALTER, CREATE ON mydb.* TO orders_sink@'%'");
    }

    public static synchronized TestStack running() {
        if (running == null) {
            running = new TestStack();
        }
        return running;
    }

    public ConnectClient connect() {
        return connect;
    }

    public ConnectWorker worker() {
        return stack.worker();
    }

    /** The states of a connector and its tasks, such as {@code RUNNING RUNNING}; a dash if it has none yet. */
    public String states(String connector) throws IOException, InterruptedException {
        return connect.status(connector).map(ConnectorStatus::states).orElse("-");
    }

    public TestTopics topics() {
        return topics;
    }

    public String bootstrapServers() {
        return stack.broker().bootstrapServers();
    }

    public KafkaBroker broker() {
        return stack.broker();
    }

    public MariaDb mariaDb() {
        return stack.mariaDb();
    }

    public void stopMariaDb() {
        stack.mariaDb().stop();
    }

    public void startMariaDb() {
        stack.mariaDb().start();
        stack.mariaDb().awaitReady(PATIENCE);
    }

    public String workerLog() {
        try {
            return Files.readString(stack.worker().logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Database database() {
        return new Database(stack.mariaDb());
    }

    /** Executes statements as root. */
    public void sql(String... statements) {
        database().sql(statements);
    }

    /** The rows of a query, each value as the text that the server sends. */
    public List<Map<String, String>> rows(String query) {
        return database().rows(query);
    }

    public long count(String table) {
        return database().count(table);
    }
}
