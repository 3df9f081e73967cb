package io.ordersync.connect.sink.db;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The kind of a database error, which decides how the sink reacts. The codes are MariaDB's; MySQL has some of them too. */
public enum Fault {
    /** The row is at fault: the database will refuse it every time. */
    ROW(0),
    /** Two transactions collided: the database rolled this one back, and it will probably succeed if repeated at once. */
    DEADLOCK(5),
    /** The connection is lost: the server may accept a new one. */
    CONNECTION(1),
    /** The table has changed since the sink read its columns. */
    STALE_TABLE(1),
    /** The server cannot write at the moment: the sink waits. */
    OUTAGE(0);

    private static final Map<Integer, Fault> BY_CODE = Map.ofEntries(
            Map.entry(1048, ROW), // column cannot be null
            Map.entry(1062, ROW), // duplicate entry: insert mode, or a second unique index
            Map.entry(1118, ROW), // row size too large for a page
            Map.entry(1153, ROW), // row larger than max_allowed_packet
            Map.entry(1300, ROW), // invalid character string
            Map.entry(1364, ROW), // column without default, and the record has no such field
            Map.entry(1366, ROW), // incorrect value, such as a text that is no uuid
            Map.entry(1265, ROW), // data truncated (state 01000)
            Map.entry(1411, ROW), // incorrect value for a function
            Map.entry(1526, ROW), // no partition for the value
            Map.entry(1644, ROW), // SIGNAL of a trigger
            Map.entry(1690, ROW), // value out of range in an expression
            Map.entry(1748, ROW), // value outside the named partition
            Map.entry(1906, ROW), // value for a generated column
            Map.entry(3819, ROW), // check constraint, MySQL
            Map.entry(4025, ROW), // check constraint, MariaDB
            Map.entry(1020, DEADLOCK), // record changed since the transaction's snapshot
            Map.entry(1213, DEADLOCK), // deadlock; innodb has rolled back
            Map.entry(1614, DEADLOCK), // deadlock in an XA branch
            Map.entry(1205, OUTAGE), // lock wait: five seconds have passed already
            Map.entry(1053, CONNECTION), // shutdown in progress
            Map.entry(1152, CONNECTION), // aborted connection
            Map.entry(1184, CONNECTION), // aborted connection
            Map.entry(1317, CONNECTION), // query killed
            Map.entry(1927, CONNECTION), // connection killed
            Map.entry(1969, OUTAGE), // statement took longer than the server allows
            Map.entry(1054, STALE_TABLE), // unknown column: it existed when the table was read
            Map.entry(1136, STALE_TABLE), // column count does not match
            Map.entry(1146, STALE_TABLE), // no such table
            Map.entry(1412, STALE_TABLE)); // definition changed within the transaction

    private final int immediateRetries;

    Fault(int immediateRetries) {
        this.immediateRetries = immediateRetries;
    }

    /** How many times the batch is sent again at once before the fault counts as an outage. */
    public int immediateRetries() {
        return immediateRetries;
    }

    /**
     * Classifies an error by its code, then by the class of its SQL state: 22 and 23 mean the values, 08 the connection, 40
     * other transactions. Any other error counts as an outage: waiting loses nothing, while blaming the row could drop good
     * records.
     */
    public static Fault of(SQLException e) {
        if (hasTimedOut(e)) {
            return OUTAGE; // an immediate retry would time out too
        }
        Fault known = BY_CODE.get(e.getErrorCode());
        if (known != null) {
            return known;
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "22", "23" -> ROW;
            case "08" -> CONNECTION;
            case "40" -> DEADLOCK;
            default -> OUTAGE;
        };
    }

    private static boolean hasTimedOut(SQLException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }

    public static SQLException noSuchTable(TableName table) {
        return new SQLSyntaxErrorException(
                "Table '" + table + "' does not exist, or the login has no right to it", "42S02", 1146);
    }
}
