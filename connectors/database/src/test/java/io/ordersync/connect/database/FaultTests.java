package io.ordersync.connect.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "data too long, 1406, 22001, ROW",
        "out of range, 1264, 22003, ROW",
        "data truncated, 1265, 01000, ROW",
        "null in a not null column, 1048, 23000, ROW",
        "foreign key, 1452, 23000, ROW",
        "check constraint, 4025, 23000, ROW",
        "no uuid, 1292, 22007, ROW",
        "no default, 1364, HY000, ROW",
        "trigger, 1644, 45000, ROW",
        "deadlock, 1213, 40001, DEADLOCK",
        "lock wait, 1205, HY000, OUTAGE",
        "killed connection, 1927, 70100, CONNECTION",
        "shutdown, 1053, 08S01, CONNECTION",
        "socket error, 0, 08000, CONNECTION",
        "read only, 1290, HY000, OUTAGE",
        "disk full, 1021, HY000, OUTAGE",
        "too many connections of the login, 1203, 42000, OUTAGE",
        "statement interrupted, 1969, 70100, OUTAGE",
        "column specified twice, 1110, 42000, UNKNOWN",
        "too many columns, 1117, HY000, UNKNOWN",
        "incorrect table name, 1103, 42000, UNKNOWN",
        "table full, 1114, HY000, OUTAGE",
        "too many connections, 1040, 08004, CONNECTION",
        "wrong password, 1045, 28000, OUTAGE",
        "missing grant, 1142, 42000, OUTAGE",
        "missing table, 1146, 42S02, STALE_TABLE",
        "missing column, 1054, 42S22, STALE_TABLE",
    })
    void classifiesErrors(String what, int code, String state, Fault fault) {
        assertThat(Fault.of(new SQLException(what, state, code))).isEqualTo(fault);
    }

    @Test
    void treatsATimeoutAsAnOutage() {
        SQLException unanswered = new SQLException("no answer", "08000", -1, new SocketTimeoutException());
        assertThat(Fault.of(new BatchUpdateException(unanswered))).isEqualTo(Fault.OUTAGE);
        assertThat(Fault.of(new SQLException("closed", "08000", -1, new EOFException())))
                .isEqualTo(Fault.CONNECTION);
    }

    @Test
    void leavesOpenWhoseFaultAnUnlistedErrorIs() {
        assertThat(Fault.of(new SQLException("?", "HY000", 9999))).isEqualTo(Fault.UNKNOWN);
        assertThat(Fault.of(new SQLException("?", null, 0))).isEqualTo(Fault.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Can't create table `a`.`b` (errno: 36 \"File name too long\"), 1005, UNKNOWN",
        "Can't create table `a`.`b` (errno: 28 \"No space left on device\"), 1005, OUTAGE",
        "Can't create table `a`.`b` (errno: 185 \"Too many columns\"), 1005, UNKNOWN",
        "Got error 139 'Too big row' from storage engine InnoDB, 1030, UNKNOWN",
        "Got error 28 'No space left on device' from storage engine InnoDB, 1030, OUTAGE",
    })
    void asksTheStorageEngineForTheReason(String message, int code, Fault fault) {
        assertThat(Fault.of(new SQLException(message, "HY000", code))).isEqualTo(fault);
    }
}
