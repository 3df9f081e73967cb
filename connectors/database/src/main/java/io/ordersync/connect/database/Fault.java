package io.ordersync.connect.database;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    OUTAGE(0),
    /** The error is on no list. It is the row's fault if the session can do anything else. */
    UNKNOWN(0);

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
            Map.entry(1053, CONNECTION), // shutdown in progress
            Map.entry(1152, CONNECTION), // aborted connection
            Map.entry(1184, CONNECTION), // aborted connection
            Map.entry(1317, CONNECTION), // query killed
            Map.entry(1927, CONNECTION), // connection killed
            Map.entry(1054, STALE_TABLE), // unknown column: it existed when the table was read
            Map.entry(1136, STALE_TABLE), // column count does not match
            Map.entry(1146, STALE_TABLE), // no such table
            Map.entry(1412, STALE_TABLE)); // definition changed within the transaction

    /** What keeps the server from writing, whatever the row. Files, memory and disk have the codes from 1000 to 1043. */
    private static final Set<Integer> OUTAGES = Set.of(
            1044, 1045, 1142, 1143, 1227, 1370, 1698, // a right or a login is missing
            1049, // no such database
            1114, // table full
            1135, 1203, 1226, // no thread, or too many connections or statements of this login
            1180, 1181, // error during commit or rollback
            1194, 1195, // table crashed
            1099, 1100, 1223, // a lock of another session, or LOCK TABLES
            1205, 1206, // lock wait, after five seconds; lock table full
            1218, 1429, // another server, of which a table here is a view
            1287, 1289, 1290, 1792, 1836, 1874, // read-only, or the storage engine is missing
            1296, 1297, 1298, // error of the storage engine
            1637, // too many transactions
            1878, // temporary file
            1969, 3024); // the statement took longer than the server allows

    /** The storage engine, or the file system, has refused the statement; the message has its own number. */
    private static final Set<Integer> ENGINE_ERRORS = Set.of(1005, 1025, 1030);

    private static final Pattern ENGINE_ERROR = Pattern.compile("(?:errno:|error) (\\d+)");

    /** A table or file that is damaged, full, locked, read-only or out of reach, and errors without a name. */
    private static final Set<Integer> ENGINE_OUTAGES =
            Set.of(126, 127, 135, 136, 144, 145, 146, 147, 149, 157, 165, 168, 174, 175, 176, 177, 180, 187, 191, 192);

    /** Smaller numbers are those of the operating system, such as "no space left". */
    private static final int FIRST_OF_ENGINE = 120;

    private static final int FILE_NAME_TOO_LONG = 36;

    private static final int DUPLICATE_KEY = 1022;
    private static final int TOO_MANY_CONNECTIONS = 1040;

    private final int immediateRetries;

    Fault(int immediateRetries) {
        this.immediateRetries = immediateRetries;
    }

    /** How many times the batch is sent again at once before the fault counts as an outage. */
    public int immediateRetries() {
        return immediateRetries;
    }

    /** Whether the record may have caused the fault, so that other records can perhaps be written. */
    public boolean mayBlameRow() {
        return this == ROW || this == UNKNOWN;
    }

    /** Returns the message of an error with its code and its SQL state. */
    public static String describe(SQLException e) {
        return "%s [error %d, state %s]".formatted(e.getMessage(), e.getErrorCode(), e.getSQLState());
    }

    /**
     * Classifies an error by its code, then by the class of its SQL state: 22 and 23 mean the values, 08 the connection, 40
     * other transactions.
     */
    public static Fault of(SQLException e) {
        if (hasTimedOut(e)) {
            return OUTAGE; // an immediate retry would time out too
        }
        int code = e.getErrorCode();
        Fault known = BY_CODE.get(code);
        if (known != null) {
            return known;
        }
        if (ENGINE_ERRORS.contains(code)) {
            return ofEngine(String.valueOf(e.getMessage()));
        }
        if (OUTAGES.contains(code) || isOfTheSystem(code)) {
            return OUTAGE;
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "22", "23" -> ROW;
            case "08" -> CONNECTION;
            case "40" -> DEADLOCK;
            case "28", "70" -> OUTAGE; // login, interruption
            default -> UNKNOWN;
        };
    }

    /** Whether no table can be written, because there is no connection or the server does not answer. */
    public static boolean affectsServer(SQLException e) {
        return e instanceof NoSessionException || of(e) == CONNECTION || hasTimedOut(e);
    }

    private static Fault ofEngine(String message) {
        Matcher number = ENGINE_ERROR.matcher(message);
        int error = number.find() ? Integer.parseInt(number.group(1)) : 0;
        boolean isOutage = ENGINE_OUTAGES.contains(error) || (error < FIRST_OF_ENGINE && error != FILE_NAME_TOO_LONG);
        return isOutage ? OUTAGE : UNKNOWN;
    }

    private static boolean isOfTheSystem(int code) {
        return code >= 1000 && code <= 1043 && code != DUPLICATE_KEY && code != TOO_MANY_CONNECTIONS;
    }

    private static boolean hasTimedOut(SQLException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }

    /** A column that the configuration needs for every record is the business of the table, not of a record. */
    public static SQLException noSuchColumn(TableName table, String column) {
        return new SQLSyntaxErrorException("Table '" + table + "' has no column '" + column + "'", "42S22", 1054);
    }

    public static SQLException noSuchTable(TableName table) {
        return new SQLSyntaxErrorException(
                "Table '" + table + "' does not exist, or the login has no right to it", "42S02", 1146);
    }
}
