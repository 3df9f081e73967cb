package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** The table as last read, and the plans made for it: one per pair of schemas, the 100 most recently used. */
public final class TablePlans {

    private static final int MOST_PLANS = 100;
    private static final long LONGEST_USE = TimeUnit.MINUTES.toNanos(1);

    /** The schemas of a record. */
    private record Shape(@Nullable Schema key, @Nullable Schema value, boolean isTombstone) {

        static Shape of(SinkRecord record) {
            return new Shape(record.keySchema(), record.valueSchema(), record.value() == null);
        }

        /** Compares identities: converters return one instance per schema. */
        boolean isOf(SinkRecord record) {
            return key == record.keySchema()
                    && value == record.valueSchema()
                    && isTombstone == (record.value() == null);
        }
    }

    private final boolean deleteEnabled;
    private final FieldSources sources;
    private final Planner planner;
    private final TableEvolution evolution;
    private final Map<Shape, WritePlan> plans = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Shape, RuntimeException> unstorable = new HashMap<>();
    private long plannedAt = System.nanoTime();
    private @Nullable Table table;
    private @Nullable Shape lastShape;
    private @Nullable WritePlan lastPlan;

    public TablePlans(TableName name, SinkConfig config) {
        this.deleteEnabled = config.writes().deleteEnabled();
        this.sources = new FieldSources(config);
        this.planner = new Planner(config.writes());
        this.evolution = new TableEvolution(name, config.tables());
    }

    /**
     * Checks shapes again that did not fit the table, and now and then everything: somebody may have changed the table. The
     * server does not tell the session of a new index.
     */
    void beginBatch() {
        unstorable.clear();
        if (System.nanoTime() - plannedAt > LONGEST_USE) {
            plannedAt = System.nanoTime();
            plans.clear();
            lastShape = null;
            table = null;
        }
    }

    /**
     * Returns the plan for the record, or null if there is nothing to do: a tombstone, and no table yet.
     *
     * @throws UnstorableRecordException if records of this shape cannot be stored in the table
     */
    @Nullable
    WritePlan planFor(Session session, SinkRecord record) throws SQLException {
        if (lastShape != null && lastShape.isOf(record)) {
            return lastPlan;
        }
        Shape shape = Shape.of(record);
        WritePlan plan = plans.get(shape);
        if (plan == null) {
            plan = shape.isTombstone() ? planDelete(session, record) : planWrite(session, shape, record);
            if (plan == null) {
                return null;
            }
            remember(shape, plan);
        }
        lastShape = shape;
        lastPlan = plan;
        return plan;
    }

    private WritePlan planWrite(Session session, Shape shape, SinkRecord record) throws SQLException {
        List<FieldSource> wanted = sources.selectRowFields(record);
        if (unstorable.containsKey(shape)) {
            throw unstorable.get(shape);
        }
        try {
            table = evolution.prepare(session, table, wanted);
            return planner.planWrite(table, wanted);
        } catch (RuntimeException e) {
            unstorable.put(shape, e);
            throw e;
        }
    }

    private @Nullable WritePlan planDelete(Session session, SinkRecord record) throws SQLException {
        if (!deleteEnabled) {
            throw UnstorableRecordException.tombstone();
        }
        table = table == null ? evolution.find(session) : table;
        return table == null ? null : planner.planDelete(table, sources.selectKeyFields(record));
    }

    private void remember(Shape shape, WritePlan plan) {
        plans.put(shape, plan);
        if (plans.size() > MOST_PLANS) {
            plans.remove(plans.keySet().iterator().next());
        }
    }
}
