package io.ordersync.connect.source.times;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.config.Mode;
import io.ordersync.connect.source.config.TimestampConfig;
import io.ordersync.connect.source.rows.OrderColumns;
import io.ordersync.connect.source.rows.Page;
import io.ordersync.connect.source.rows.ReadContext;
import io.ordersync.connect.source.rows.RowReader;
import io.ordersync.connect.source.rows.UncommittedRead;
import io.ordersync.connect.source.table.ColumnDefinition;
import io.ordersync.connect.source.table.KeyColumn;
import io.ordersync.connect.source.table.LayoutReader;
import io.ordersync.connect.source.table.PrimaryKey;
import io.ordersync.connect.source.table.RowLayout;
import io.ordersync.connect.source.table.TimeText;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in the order of their times of change, up to a time before which no row can appear any more: statements that
 * are running, and rows of open transactions, hold that time back.
 */
public final class TimestampReader implements RowReader {

    private final ReadContext context;
    private final LayoutReader layouts;
    private final OrderColumns columns;
    private final Map<String, Object> stored;
    private @Nullable RowLayout layout;
    private @Nullable TimeOrder order;
    private TimePosition position = TimePosition.START;
    private @Nullable String from;
    private boolean isTied;

    /** @param offset where the previous task has stopped, or null */
    public TimestampReader(ReadContext context, @Nullable Map<String, Object> offset) {
        this.context = context;
        this.layouts = new LayoutReader(context.relation(), context.config().types());
        this.columns = new OrderColumns(context.relation(), context.config());
        this.stored = offset == null ? Map.of() : offset;
    }

    /** @throws RuntimeException if the time of an offset is malformed */
    public static void checkOffset(Map<String, ?> offset) {
        if (offset.get(TimePosition.TIME) instanceof String time) {
            TimeText.time(time);
        }
    }

    @Override
    public Page read(Session session) throws SQLException {
        RunningStatements statements = RunningStatements.read(session);
        prepare(session);
        Window window = new Window(order.digits(), zone());
        LocalDateTime end =
                window.end(statements.now(), context.config().timestamps().delay(), statements.oldest());
        context.metrics()
                .windowLag(
                        context.relation().toString(),
                        Window.lag(end, statements.now(), zone()).toMillis());
        from = from == null ? first(window, statements.now()) : from;
        TimeQueries queries = new TimeQueries(context, order, position, from, window.text(end), readsTies());
        List<List<String>> all = UncommittedRead.of(session, queries::identities);
        prepare(session); // in the transaction of the rows, so that the columns stay the same
        return page(queries.rows(session, layout), all);
    }

    private void prepare(Session session) throws SQLException {
        RowLayout current = layouts.read(session);
        if (current != layout) {
            TimeOrder next = new TimeOrder(columns.times(current), key(session, current));
            Map<String, ?> offset = order == null ? stored : position.toOffset(order.key());
            position = TimePosition.of(offset, next.key());
            order = next;
            layout = current;
        }
    }

    private List<KeyColumn> key(Session session, RowLayout current) throws SQLException {
        if (context.config().mode() == Mode.TIMESTAMP_INCREMENTING) {
            return List.of(new KeyColumn(columns.id(current).name(), KeyColumn.Kind.NUMBER));
        }
        return context.relation().table() == null
                ? List.of()
                : PrimaryKey.read(session, context.relation().table());
    }

    /** Returns the time zone of the columns; times of a {@code timestamp} column travel in UTC. */
    private ZoneId zone() {
        ColumnDefinition first = order.times().get(0);
        return first.type().equals("TIMESTAMP")
                ? ZoneOffset.UTC
                : context.config().types().zone();
    }

    private String first(Window window, Instant now) {
        Long initial = context.config().timestamps().initial();
        if (initial == null) {
            return "";
        }
        return window.text(initial == TimestampConfig.NOW ? now : Instant.ofEpochMilli(initial));
    }

    /** Rows with the identity of the last row may be behind the end of a full page, so they are left for the next one. */
    private Page page(List<TimedRow> rows, List<List<String>> all) {
        Optional<String> open = OpenRows.firstTime(all, rows);
        boolean isFull = rows.size() >= context.rows() + (readsTies() ? 0 : 1);
        List<String> last = isFull && !readsTies() ? rows.get(rows.size() - 1).identity() : List.of();
        List<SourceRecord> records = new ArrayList<>();
        TimePosition behind = position;
        for (int i = 0; i < rows.size(); i++) {
            TimedRow row = rows.get(i);
            if (row.identity().equals(last) || open.isPresent() && row.time().compareTo(open.get()) >= 0) {
                break;
            }
            if (i == rows.size() - 1 || !rows.get(i + 1).identity().equals(row.identity())) {
                behind = new TimePosition(row.time(), row.key());
            }
            records.add(context.record(behind.toOffset(order.key()), row.value()));
        }
        position = behind;
        isTied = isFull && open.isEmpty() && records.isEmpty();
        return new Page(records, open.isPresent() || !isFull);
    }

    /** Whether all rows with the identity of the last one are read: they have no order, or are more than a page. */
    private boolean readsTies() {
        return isTied || order.key().isEmpty();
    }
}
