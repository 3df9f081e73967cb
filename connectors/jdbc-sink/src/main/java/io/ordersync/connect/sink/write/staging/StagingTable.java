package io.ordersync.connect.sink.write.staging;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.plan.StagedInsert;
import io.ordersync.connect.sink.type.StagingType;
import io.ordersync.connect.sink.type.TabSeparatedText;
import java.sql.SQLException;
import java.util.List;

/** A temporary table in the server's memory, which only its session sees and which ends with it. */
final class StagingTable {

    /** The columns of a table: tables of the same shape share a staging table. */
    record Shape(List<StagingType> types, boolean isOrdered) {}

    /** The server's limit for the columns of a row is 65,535 bytes. */
    private static final long LONGEST_ROW = 65_000;

    /** What the storage engine needs for a row beside its columns. */
    private static final int ROW_OVERHEAD = 16;

    private final TableName name;
    private final Shape shape;
    private final int[] widths;
    private boolean isEmpty = true;

    /** @param widths the width of each column, for those that have one */
    StagingTable(TableName name, Shape shape, int[] widths) {
        this.name = name;
        this.shape = shape;
        this.widths = widths;
    }

    TableName name() {
        return name;
    }

    /** Whether the columns are at least so wide. */
    boolean isAsWideAs(int[] needed) {
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] < needed[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the same table with columns that are at least so wide. */
    StagingTable widened(int[] needed) {
        int[] wide = needed.clone();
        for (int i = 0; i < wide.length; i++) {
            wide[i] = Math.max(wide[i], widths[i]);
        }
        return new StagingTable(name, shape, wide);
    }

    /**
     * Whether the server's memory may hold so many rows, each of which takes its full width.
     *
     * @param mostBytes the server's limit for a table
     */
    boolean canHold(int rows, long mostBytes) {
        long row = ROW_OVERHEAD;
        for (int i = 0; i < widths.length; i++) {
            row += shape.types().get(i).bytes(widths[i]);
        }
        return row <= LONGEST_ROW && row * rows <= mostBytes;
    }

    /** Replaces an earlier table of the same name. */
    void create(Session session) throws SQLException {
        StringBuilder columns = new StringBuilder();
        if (shape.isOrdered()) {
            columns.append(StagedInsert.PLACE).append(" INT,");
        }
        for (int i = 0; i < widths.length; i++) {
            columns.append(i == 0 ? "" : ",")
                    .append("c")
                    .append(i)
                    .append(" ")
                    .append(shape.types().get(i).definition(widths[i]));
        }
        session.execute("CREATE OR REPLACE TEMPORARY TABLE " + name.quoted() + " (" + columns + ") ENGINE=MEMORY");
    }

    /** @return false if the table does not hold every row exactly */
    boolean load(Session session, TabSeparatedText text, int rows) throws SQLException {
        clear(session);
        isEmpty = false;
        String sql = "LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + name.quoted() + " CHARACTER SET binary";
        return session.load(sql, text.stream()) == rows;
    }

    /** Deletes the rows: {@code TRUNCATE} would commit. A rollback does not bring them back. */
    void clear(Session session) throws SQLException {
        if (!isEmpty) {
            session.execute("DELETE FROM " + name.quoted());
            isEmpty = true;
        }
    }
}
