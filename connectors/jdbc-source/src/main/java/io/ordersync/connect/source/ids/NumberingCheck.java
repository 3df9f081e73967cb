package io.ordersync.connect.source.ids;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.source.rows.ReadContext;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns when the ids of a table begin anew, as after a TRUNCATE: new rows are below the highest id that was read. */
final class NumberingCheck {

    private static final Logger log = LoggerFactory.getLogger(NumberingCheck.class);

    private static final String NEXT = "SELECT auto_increment FROM information_schema.tables"
            + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?";

    private final ReadContext context;
    private boolean isWarned;

    NumberingCheck(ReadContext context) {
        this.context = context;
    }

    void check(Session session, IdPosition position) throws SQLException {
        TableName table = context.relation().table();
        if (table == null || position.highest() == null) {
            return;
        }
        PreparedStatement select = session.statement(NEXT);
        select.setString(1, table.database());
        select.setString(2, table.name());
        try (ResultSet row = select.executeQuery()) {
            String highest = position.type().text(position.highest());
            String next = row.next() ? row.getString(1) : null;
            boolean isRestarted = next != null && new BigInteger(next).compareTo(new BigInteger(highest)) <= 0;
            if (isRestarted && !isWarned) {
                log.warn(
                        "The next row of {} gets the id {}, but ids up to {} have been read: the table was emptied or"
                                + " restored, and its new rows are not read. Stop the connector and delete its offsets to"
                                + " read it from the start",
                        context.relation(),
                        next,
                        highest);
            }
            isWarned = isRestarted;
        }
    }
}
