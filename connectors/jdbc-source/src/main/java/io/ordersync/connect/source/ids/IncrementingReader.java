package io.ordersync.connect.source.ids;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.rows.OrderColumns;
import io.ordersync.connect.source.rows.Page;
import io.ordersync.connect.source.rows.ReadContext;
import io.ordersync.connect.source.rows.RowReader;
import io.ordersync.connect.source.table.ColumnDefinition;
import io.ordersync.connect.source.table.LayoutReader;
import io.ordersync.connect.source.table.RowLayout;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in the order of their ids. A transaction may commit a smaller id after a greater one has been read, so the
 * reader keeps the ids that are missing below the highest one, and asks for them again.
 */
public final class IncrementingReader implements RowReader {

    /** The offset of every record names the missing ids as long as there are no more runs of them. */
    private static final int RUNS_IN_EVERY_OFFSET = 50;

    private final ReadContext context;
    private final LayoutReader layouts;
    private final OrderColumns columns;
    private final GapSearch gaps;
    private final NumberingCheck numbering;
    private IdPosition position;
    private long nextSearch;
    private boolean isTied;

    /** @param offset where the previous task has stopped, or null */
    public IncrementingReader(ReadContext context, @Nullable Map<String, Object> offset) {
        this.context = context;
        this.layouts = new LayoutReader(context.relation(), context.config().types());
        this.columns = new OrderColumns(context.relation(), context.config());
        this.gaps = new GapSearch(context);
        this.numbering = new NumberingCheck(context);
        this.position = start(offset == null ? Map.of() : offset);
    }

    /** The first id of a table may belong to a transaction that is still open, so ids from 1 on may be missing. */
    private IdPosition start(Map<String, Object> offset) {
        IdPosition stored = stored(offset);
        Long initial = context.config().ids().initial();
        return stored.highest() == null && initial != null ? stored.at(initial, new Gaps()) : stored;
    }

    private static IdPosition stored(Map<String, ?> offset) {
        boolean isLarge = offset.get(IdPosition.HIGHEST) instanceof String;
        return IdPosition.of(offset, isLarge ? IdType.UNSIGNED : IdType.SIGNED);
    }

    /** @throws IllegalArgumentException if the ids of an offset are malformed */
    public static void checkOffset(Map<String, ?> offset) {
        stored(offset);
    }

    @Override
    public Page read(Session session) throws SQLException {
        long now = SourceClock.millis(session);
        RowLayout layout = layouts.read(session);
        ColumnDefinition id = columns.id(layout);
        position = position.as(id.isUnsigned() ? IdType.UNSIGNED : IdType.SIGNED);
        IdQueries queries = new IdQueries(context.relation(), context.suffix(), layout, id.name(), position.type());
        Page page = now < nextSearch ? Page.EMPTY : searchGaps(session, queries, now);
        return page.records().isEmpty() ? readNew(session, queries, now) : page;
    }

    private Page searchGaps(Session session, IdQueries queries, long now) throws SQLException {
        Gaps open = position.gaps().copy();
        List<Long> found = queries.find(session, open, open.runs(), context.rows());
        List<SourceRecord> records =
                found.isEmpty() ? List.of() : found(queries.read(session, queries.rows(found)), open);
        if (found.size() < context.rows()) {
            numbering.check(session, position);
            gaps.giveUp(session, queries, open, now);
            nextSearch = now + context.config().pace().poll().toMillis();
        }
        position = position.with(open);
        report();
        return new Page(records, false);
    }

    /** Removes the ids of the rows from the missing ones. */
    private List<SourceRecord> found(List<IdRow> rows, Gaps open) {
        List<SourceRecord> records = new ArrayList<>();
        Map<String, Object> offset = position.toOffset();
        for (int i = 0; i < rows.size(); i++) {
            if (IdRow.isLastOfId(rows, i)) {
                open.remove(rows.get(i).id());
                boolean isExact = open.size() <= RUNS_IN_EVERY_OFFSET || i == rows.size() - 1;
                offset = isExact ? position.with(open.copy()).toOffset() : offset;
            }
            records.add(context.record(offset, rows.get(i).value()));
        }
        return records;
    }

    /** One row more than a page shows whether the last id has more rows. An id with more rows than a page is read at once. */
    private Page readNew(Session session, IdQueries queries, long now) throws SQLException {
        String limit = isTied ? " FETCH FIRST " + context.rows() + " ROWS WITH TIES" : " LIMIT " + (context.rows() + 1);
        List<IdRow> rows = queries.read(session, queries.above(position.highest(), limit));
        boolean isFull = rows.size() >= context.rows() + (isTied ? 0 : 1);
        List<IdRow> complete = isFull && !isTied ? IdRow.withoutLastId(rows) : rows;
        isTied = isFull && complete.isEmpty();
        List<SourceRecord> records = new ArrayList<>();
        IdPage page = new IdPage(position, now, RUNS_IN_EVERY_OFFSET);
        for (int i = 0; i < complete.size(); i++) {
            IdRow row = complete.get(i);
            boolean isLast = i == complete.size() - 1;
            records.add(context.record(page.next(row.id(), IdRow.isLastOfId(complete, i), isLast), row.value()));
        }
        position = page.position();
        report();
        return new Page(records, !isFull);
    }

    private void report() {
        context.metrics()
                .gapsOpen(context.relation().toString(), position.gaps().ids());
    }
}
