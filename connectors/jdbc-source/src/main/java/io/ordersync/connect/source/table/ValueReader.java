package io.ordersync.connect.source.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads the value of a column for a record. */
@FunctionalInterface
interface ValueReader {

    /** Returns null for NULL. */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException;
}
