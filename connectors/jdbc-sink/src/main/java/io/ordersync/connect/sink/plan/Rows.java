package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            } catch (RuntimeException e) { // whatever the record has caused, the other records can be written
                UnstorableRecordException cause = UnstorableRecordException.causedBy(e);
                rows.refused.add(
                        new RefusedRecord(record, RefusedRecordException.unstorable(record, batch.table(), cause)));
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

    /**
     * Returns rows that lead to the same table in as few statements as possible; all rows of a list share a statement. If
     * every key is certain, that is the last row of each key: a row with an older version does not replace a newer one.
     * Otherwise all rows keep their order, because two of them may belong to one row of the table.
     */
    public Collection<List<Row>> inFewStatements() {
        Map<Object, Row> last = new LinkedHashMap<>();
        for (Row row : inOrder) {
            if (row.key() == null) {
                return runsOf(inOrder);
            }
            Row earlier = last.putIfAbsent(row.key(), row);
            if (earlier != null) {
                if (!row.replaces(earlier)) {
                    return runsOf(inOrder);
                }
                last.remove(row.key());
                last.put(row.key(), row.yieldsTo(earlier) ? earlier : row);
            }
        }
        Map<WritePlan, List<Row>> byPlan = new LinkedHashMap<>();
        last.values()
                .forEach(row -> byPlan.computeIfAbsent(row.plan(), plan -> new ArrayList<>())
                        .add(row));
        return byPlan.values();
    }

    /** Divides rows into lists of neighbours that share a statement. */
    public static List<List<Row>> runsOf(List<Row> rows) {
        List<List<Row>> runs = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= rows.size(); to++) {
            if (to == rows.size() || rows.get(to).plan() != rows.get(from).plan()) {
                runs.add(rows.subList(from, to));
                from = to;
            }
        }
        return runs;
    }
}
