package io.ordersync.connect.source.mode;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.rows.Page;
import io.ordersync.connect.source.rows.ReadContext;
import io.ordersync.connect.source.rows.RowReader;
import io.ordersync.connect.source.table.LayoutReader;
import io.ordersync.connect.source.table.RowLayout;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole table with one statement, so that its records are the table at one time. The rows arrive as they are
 * needed, over a connection of their own. After an error or a restart the next read begins with the first row again.
 */
final class BulkReader implements RowReader {

    static final String BEGIN = "bulk.begin";
    static final String ROWS = "bulk.rows";
    static final String COMPLETE = "bulk.complete";

    /** The server must wait as long as the broker is slow. */
    private static final String PATIENT = "SET SESSION net_write_timeout = 86400, idle_transaction_timeout = 0";

    private final ReadContext context;
    private final LayoutReader layouts;
    private @Nullable Session session;
    private @Nullable ResultSet rows;
    private @Nullable RowLayout layout;
    private long begin;
    private long sent;
    private boolean hasRow;

    BulkReader(ReadContext context) {
        this.context = context;
        this.layouts = new LayoutReader(context.relation(), context.config().types());
    }

    @Override
    public Page read(Session ofTask) throws SQLException {
        try {
            if (rows == null) {
                open();
            }
            return next();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() throws SQLException {
        session = Session.open(context.config().database());
        session.execute(PATIENT);
        layout = layouts.read(session);
        String limit = context.config().querySuffix().limit().isPresent()
                ? " LIMIT " + context.config().querySuffix().limit().getAsInt()
                : "";
        PreparedStatement statement = session.statement(
                "SELECT " + layout.selection() + " FROM " + context.relation().from() + limit + " " + context.suffix());
        statement.setFetchSize(context.config().pace().rows());
        begin = System.currentTimeMillis();
        sent = 0;
        rows = statement.executeQuery();
        hasRow = rows.next();
    }

    private Page next() throws SQLException {
        List<SourceRecord> records = new ArrayList<>();
        while (hasRow && records.size() < context.config().pace().rows()) {
            org.apache.kafka.connect.data.Struct value = layout.read(rows);
            hasRow = rows.next();
            sent++;
            records.add(context.record(Map.of(BEGIN, begin, ROWS, sent, COMPLETE, !hasRow), value));
        }
        boolean isLast = !hasRow;
        if (isLast) {
            close();
        }
        return new Page(records, isLast);
    }

    @Override
    public void close() {
        Session open = session;
        session = null;
        rows = null;
        if (open != null) {
            open.abandon();
        }
    }
}
