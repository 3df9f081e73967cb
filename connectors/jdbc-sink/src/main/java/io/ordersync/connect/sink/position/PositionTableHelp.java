package io.ordersync.connect.sink.position;

import java.sql.SQLException;
import java.util.Set;

/** Adds the statements that an administrator has to execute to errors about the table of positions. */
final class PositionTableHelp {

    private static final int NO_SUCH_TABLE = 1146;
    private static final Set<Integer> NO_RIGHT = Set.of(1044, 1142, 1143);

    private final PositionSql sql;
    private final String user;

    PositionTableHelp(PositionSql sql, String user) {
        this.sql = sql;
        this.user = user;
    }

    String grant() {
        return sql.grant(user);
    }

    /** Returns an error of the same kind. */
    SQLException explain(SQLException e) {
        String advice = advice(e);
        return advice.isEmpty()
                ? e
                : new SQLException(e.getMessage() + advice, e.getSQLState(), e.getErrorCode(), e.getCause());
    }

    private String advice(SQLException e) {
        if (e.getErrorCode() == NO_SUCH_TABLE) {
            return ". It keeps the position of the sink. Create it: " + sql.create() + "; " + grant();
        }
        if (NO_RIGHT.contains(e.getErrorCode())) {
            return ". The sink keeps its position in this table. Allow that: " + grant()
                    + "; if the table does not exist, before that: " + sql.create();
        }
        return "";
    }
}
