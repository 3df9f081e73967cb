package io.ordersync.connect.source.testing;

import io.ordersync.connect.source.JdbcSourceTask;
import io.ordersync.stack.testing.connect.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.awaitility.Awaitility;

/**
 * A task without a worker, on a real database, with a table that no other test uses. Its login may read, and nothing else;
 * {@link #grantProcess} adds the right to see the statements of others.
 */
public final class DirectSource implements AutoCloseable {

    private static final TestStack STACK = TestStack.running();
    private static final String PASSWORD = "poller-1";

    public final String table = "source_" + UUID.randomUUID().toString().substring(0, 8);
    private final String login = "p" + table.substring(7);
    private final StoredOffsets offsets = new StoredOffsets();
    private final Map<String, String> options;
    public FakeContext context;
    private JdbcSourceTask task;

    /** @param options pairs of option and value; {@code $} is the name of the table */
    public DirectSource(String... options) {
        STACK.sql(
                "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(login, PASSWORD),
                "GRANT SELECT ON mydb.* TO '%s'@'%%'".formatted(login));
        for (int i = 1; i < options.length; i += 2) {
            options[i] = options[i] == null ? null : options[i].replace("$", table);
        }
        this.options = SourceConfigs.change(
                SourceConfigs.with(
                        "connection.url",
                        STACK.mariaDb().jdbcUrl(),
                        "connection.user",
                        login,
                        "connection.password",
                        PASSWORD,
                        "connection.backoff.ms",
                        "200",
                        "poll.interval.ms",
                        "50",
                        "table.whitelist",
                        table),
                options);
    }

    public DirectSource grantProcess() {
        STACK.sql("GRANT PROCESS ON *.* TO '%s'@'%%'".formatted(login));
        return this;
    }

    /** Starts a task, or another one as after a crash: it knows the offsets of the committed records. */
    public DirectSource start() {
        if (task != null) {
            task.stop();
        }
        context = new FakeContext(offsets);
        task = new JdbcSourceTask();
        task.initialize(context);
        task.start(options);
        return this;
    }

    public DirectSource change(String... changed) {
        options.putAll(SourceConfigs.change(options, changed));
        return this;
    }

    /** Returns the records of one poll, whose offsets are not committed. */
    public List<SourceRecord> poll() {
        try {
            List<SourceRecord> records = task.poll();
            return records == null ? List.of() : records;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the values of the next records, and commits their offsets; fails if they do not come within 20 seconds. */
    public List<Struct> next(int count) {
        return until(values -> values.size() >= count);
    }

    /** Returns the values of a field of the next records. */
    public List<Object> next(int count, String field) {
        return next(count).stream().map(value -> value.get(field)).toList();
    }

    /** Returns the values of the records that several more polls return. */
    public List<Struct> nextPolls(int polls) {
        long before = context.metric("polls-total");
        return until(values -> context.metric("polls-total") >= before + polls);
    }

    private List<Struct> until(Predicate<List<Struct>> isDone) {
        List<Struct> values = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    poll().forEach(record -> {
                        offsets.commit(record);
                        values.add((Struct) record.value());
                    });
                    return isDone.test(values);
                });
        return values;
    }

    public void commit(SourceRecord record) {
        offsets.commit(record);
    }

    public List<Map<String, String>> rows(String select) {
        return STACK.rows(select.replace("$", "`" + table + "`"));
    }

    /** Executes statements as root. */
    public DirectSource sql(String... statements) {
        for (String statement : statements) {
            STACK.sql(statement.replace("$", "`" + table + "`"));
        }
        return this;
    }

    /** Executes a statement as root in a session whose time zone is UTC. */
    public DirectSource inUtc(String statement) {
        try (OtherSession session = otherSession()) {
            session.sql("SET time_zone = '+00:00'").sql(statement).commit();
        }
        return this;
    }

    /** Opens a session of another client, with a transaction. */
    public OtherSession otherSession() {
        try {
            Connection connection = STACK.mariaDb().connectAsRoot();
            connection.setAutoCommit(false);
            return new OtherSession(connection, table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (task != null) {
            task.stop();
        }
        sql("DROP TABLE IF EXISTS $", "DROP USER IF EXISTS '" + login + "'@'%'");
    }
}
