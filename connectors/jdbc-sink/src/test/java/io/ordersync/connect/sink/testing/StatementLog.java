package io.ordersync.connect.sink.testing;

import io.ordersync.stack.testing.connect.TestStack;
import java.util.List;

/** The server's log of all statements, on until it is closed. */
public final class StatementLog implements AutoCloseable {

    private final TestStack stack = TestStack.running();

    public StatementLog() {
        stack.sql("SET GLOBAL log_output = 'TABLE'", "SET GLOBAL general_log = 1");
    }

    /** Counts the statements that match a pattern of LIKE. */
    public long count(String pattern) {
        return stack.rows("SELECT 1 FROM mysql.general_log WHERE argument LIKE '" + pattern + "'")
                .size();
    }

    /** The sessions that have sent such a statement. */
    public List<String> sessionsOf(String pattern) {
        return stack
                .rows("SELECT DISTINCT thread_id FROM mysql.general_log WHERE argument LIKE '" + pattern + "'")
                .stream()
                .map(row -> row.get("thread_id"))
                .toList();
    }

    /** Whether a session has sent one of the commands after such a statement. */
    public boolean hasSent(String session, String pattern, String commands) {
        return !stack.rows("SELECT 1 FROM mysql.general_log sent JOIN mysql.general_log finish USING (thread_id)"
                        + " WHERE sent.argument LIKE '" + pattern + "' AND finish.argument IN (" + commands + ")"
                        + " AND finish.event_time >= sent.event_time AND thread_id = " + session)
                .isEmpty();
    }

    @Override
    public void close() {
        stack.sql("SET GLOBAL general_log = 0", "SET GLOBAL log_output = 'FILE'");
    }
}
