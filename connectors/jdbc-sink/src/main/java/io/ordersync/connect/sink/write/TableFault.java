package io.ordersync.connect.sink.write;

import io.ordersync.connect.database.TableName;
import java.sql.SQLException;

/** A table cannot be written, and no record is at fault. */
public final class TableFault extends Exception {

    private final TableName table;
    private final SQLException cause;

    public TableFault(TableName table, SQLException cause) {
        super(cause);
        this.table = table;
        this.cause = cause;
    }

    public TableName table() {
        return table;
    }

    @Override
    public synchronized SQLException getCause() {
        return cause;
    }
}
