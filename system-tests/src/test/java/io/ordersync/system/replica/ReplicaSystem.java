package io.ordersync.system.replica;

import static org.awaitility.Awaitility.await;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.testing.TestStacks;
import io.ordersync.system.fixture.ServiceClient;
import io.ordersync.system.fixture.SystemTokens;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;

/** A running system that copies tables: tables and their replicas, read directly, without any service. */
class ReplicaSystem implements AutoCloseable {

    /** Long enough for a killed part to come back. */
    private static final Duration SOON = Duration.ofSeconds(120);

    private final LocalStack stack;
    private final SystemTokens tokens;

    ReplicaSystem(LocalStack stack) {
        this.stack = stack;
        this.tokens = SystemTokens.of(stack);
    }

    /** Starts a system with change data capture. */
    static ReplicaSystem open(String name) {
        return new ReplicaSystem(TestStacks.forCdcTests(name).startAllOrClose());
    }

    LocalStack stack() {
        return stack;
    }

    ServiceClient orders() {
        return new ServiceClient(stack.orderService(1).url(), tokens);
    }

    ServiceClient marketing() {
        return new ServiceClient(stack.marketingService().url(), tokens);
    }

    ConnectClient connect() {
        return stack.worker().connect(Duration.ofSeconds(30));
    }

    /** The states of all connectors and tasks. */
    List<String> states() throws IOException, InterruptedException {
        return connect().connectors().stream()
                .flatMap(connector -> Stream.of(connector.states().split(" ")))
                .toList();
    }

    /** Executes statements one after another, each in its own transaction. */
    void sql(String... statements) {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, each with its values joined by " | ". */
    List<String> rows(String query) {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" | ", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int number(String query) {
        return Integer.parseInt(rows(query).get(0));
    }

    /** Waits until an assertion holds. An exception, such as that of a server that is away, counts as "not yet". */
    static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .untilAsserted(assertion);
    }

    /** Kills the parts, because nobody needs their data. */
    @Override
    public void close() {
        stack.parts().planned().forEach(Part::kill);
        stack.close();
    }
}
