package io.ordersync.connect.source.rows;

import java.sql.SQLSyntaxErrorException;

/** The table cannot be read in this mode until somebody changes the table or the configuration. */
public final class UnreadableTable extends SQLSyntaxErrorException {

    private static final long serialVersionUID = 1L;

    /** The option that the error is about. */
    private final String option;

    private final String reason;

    private UnreadableTable(String option, String reason) {
        super(option + " " + reason, "42S22", 1054);
        this.option = option;
        this.reason = reason;
    }

    static UnreadableTable of(String option, String format, Object... values) {
        return new UnreadableTable(option, format.formatted(values));
    }

    public String option() {
        return option;
    }

    /** Returns the message without the option at its begin. */
    public String reason() {
        return reason;
    }
}
