package io.ordersync.connect.source.worker;

import io.ordersync.stack.server.MariaDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Three sessions that insert rows and commit crosswise or roll back, and one that keeps its transactions open for long. */
final class CrossingSessions {

    private static final int SHORT = 3;

    private final MariaDb server;
    private final String insert;
    private final ExecutorService threads = Executors.newFixedThreadPool(SHORT + 1);
    private final List<Future<?>> sessions = new ArrayList<>();
    private volatile boolean isOver;

    /**
     * @param pause between the inserts of a session
     * @param open how long the transactions of the last session take
     */
    CrossingSessions(MariaDb server, String table, Duration pause, Duration open) {
        this.server = server;
        this.insert = "INSERT INTO " + table + " () VALUES ()";
        for (int number = 0; number < SHORT; number++) {
            int session = number;
            sessions.add(threads.submit(() -> commitCrosswise(session, pause)));
        }
        sessions.add(threads.submit(() -> keepOpen(open)));
    }

    private Void commitCrosswise(int number, Duration pause) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (int i = 0; !isOver; i++) {
                statement.execute(insert);
                statement.execute(sleep(pause));
                if (i % 5 == number) {
                    connection.rollback();
                } else if (i % 3 != number) {
                    connection.commit();
                }
            }
            connection.commit();
            return null;
        }
    }

    private Void keepOpen(Duration open) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            while (!isOver) {
                statement.execute(insert);
                statement.execute(sleep(open));
                statement.execute(insert);
                connection.commit();
            }
            return null;
        }
    }

    private Connection open() throws SQLException {
        Connection connection = server.connectAsRoot();
        connection.setAutoCommit(false);
        return connection;
    }

    private static String sleep(Duration time) {
        return "DO SLEEP(" + time.toMillis() / 1000.0 + ")";
    }

    /** Ends the transactions; fails if a session has failed. */
    void end() throws ExecutionException, InterruptedException {
        isOver = true;
        threads.shutdown();
        for (Future<?> session : sessions) {
            session.get();
        }
    }
}
