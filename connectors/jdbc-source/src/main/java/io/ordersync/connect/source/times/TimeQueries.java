package io.ordersync.connect.source.times;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.rows.ReadContext;
import io.ordersync.connect.source.table.KeyColumn;
import io.ordersync.connect.source.table.RowLayout;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Struct;

/**
 * The statements that read the rows of a window behind a position.
 *
 * @param from the first time that is read if nothing has been read yet, or an empty text
 * @param end the first time that is not read
 * @param readsTies whether all rows with the identity of the last one are read
 */
record TimeQueries(
        ReadContext context, TimeOrder order, TimePosition position, String from, String end, boolean readsTies) {

    /** Returns what identifies each row of the page, in order: its time, then its key. */
    List<List<String>> identities(Session session) throws SQLException {
        List<List<String>> identities = new ArrayList<>();
        try (ResultSet rows = execute(session, "SELECT " + order.identity())) {
            while (rows.next()) {
                identities.add(identity(rows, 0));
            }
        }
        return identities;
    }

    List<TimedRow> rows(Session session, RowLayout layout) throws SQLException {
        List<TimedRow> page = new ArrayList<>();
        try (ResultSet rows = execute(session, "SELECT " + layout.selection() + ", " + order.identity())) {
            while (rows.next()) {
                Struct value = layout.read(rows);
                page.add(new TimedRow(identity(rows, layout.size()), value));
            }
        }
        return page;
    }

    private List<String> identity(ResultSet row, int before) throws SQLException {
        List<String> identity = new ArrayList<>();
        for (int i = 1; i <= order.identitySize(); i++) {
            identity.add(String.valueOf(row.getString(before + i)));
        }
        return identity;
    }

    private ResultSet execute(Session session, String select) throws SQLException {
        boolean isFirst = position.time() == null && !from.isEmpty();
        String sql = select + " FROM " + context.relation().from() + " WHERE " + order.time() + " < ?"
                + (isFirst ? " AND " + order.time() + " >= ?" : order.behind(position))
                + order.limit(context.rows(), readsTies) + " " + context.suffix();
        PreparedStatement statement = session.statement(sql);
        statement.setString(1, end);
        if (isFirst) {
            statement.setString(2, from);
        } else {
            bind(statement);
        }
        return statement.executeQuery();
    }

    private void bind(PreparedStatement statement) throws SQLException {
        if (position.time() == null) {
            return;
        }
        int index = 2;
        statement.setString(index++, position.time());
        List<KeyColumn> key = order.key();
        if (key.isEmpty() || position.key().size() < key.size()) {
            return;
        }
        statement.setString(index++, position.time());
        for (int i = 0; i < key.size(); i++) {
            key.get(i).bind(statement, index++, position.key().get(i));
            if (i < key.size() - 1) {
                key.get(i).bind(statement, index++, position.key().get(i));
            }
        }
    }
}
