package io.ordersync.connect.source.table;

import io.ordersync.connect.database.TableName;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A column that orders rows of equal times. */
public record KeyColumn(String name, Kind kind) {

    /** How a value is compared with the column. */
    public enum Kind {
        NUMBER,
        TEXT,
        BYTES
    }

    public String quoted() {
        return TableName.quote(name);
    }

    /** Returns the expression for a text that identifies the value. */
    public String text() {
        return kind == Kind.BYTES ? "HEX(" + quoted() + ")" : "CAST(" + quoted() + " AS CHAR)";
    }

    /** Returns the expression for the value of a text that is bound. */
    public String parameter() {
        return kind == Kind.BYTES ? "UNHEX(?)" : "?";
    }

    /** Binds a text as the statement selected it. */
    public void bind(PreparedStatement statement, int index, String text) throws SQLException {
        if (kind == Kind.NUMBER) {
            statement.setBigDecimal(index, new BigDecimal(text));
        } else {
            statement.setString(index, text);
        }
    }
}
