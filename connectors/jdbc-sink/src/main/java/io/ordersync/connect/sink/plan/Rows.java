package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.db.Session;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** The rows of one batch, and the records of the batch that cannot become rows. */
public final class Rows {

    private final List<Row> inOrder = new ArrayList<>();
    private final List<RefusedRecord> refused = new ArrayList<>();

    /** @throws SQLException if the table cannot be read, created or extended */
    public static Rows of(Batch batch, TablePlans plans, Session session) throws SQLException {
        Rows rows = new Rows();
        plans.beginBatch();
        for (SinkRecord record : batch.records()) {
            try {
                WritePlan plan = plans.planFor(session, record);
                if (plan != null) {
                    rows.inOrder.add(checked(plan.row(record), session));
                }
            } catch (DataException e) {
                rows.refused.add(
                        new RefusedRecord(record, RefusedRecordException.unstorable(record, batch.table(), e)));
            }
        }
        return rows;
    }

    private static Row checked(Row row, Session session) {
        long limit = session.largestRow(row.plan().sql());
        if (row.size() > limit) {
            throw UnstorableRecordException.tooLarge(row.size(), limit);
        }
        return row;
    }

    /** Returns every row, in the order in which the records arrived. */
    public List<Row> inOrder() {
        return inOrder;
    }

    public List<RefusedRecord> refused() {
        return refused;
    }

    /** Returns the last row of each key, grouped by statement. A row with an older version does not replace a newer one. */
    public Collection<List<Row>> lastPerKey() {
        Map<Object, Row> last = new LinkedHashMap<>();
        for (Row row : inOrder) {
            Object key = row.key() == null ? row : row.key();
            Row earlier = last.putIfAbsent(key, row);
            if (earlier != null) {
                last.remove(key);
                last.put(key, row.isOlderThan(earlier) ? earlier : row);
            }
        }
        Map<WritePlan, List<Row>> byPlan = new IdentityHashMap<>();
        last.values()
                .forEach(row -> byPlan.computeIfAbsent(row.plan(), plan -> new ArrayList<>())
                        .add(row));
        return byPlan.values();
    }
}
