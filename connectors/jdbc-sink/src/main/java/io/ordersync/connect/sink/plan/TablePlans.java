package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.db.Session;
import io.ordersync.connect.sink.db.Table;
import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** A table as it was when last read, and the plans made for it: one per pair of schemas, the least used forgotten first. */
public final class TablePlans {

    private static final int BOUND = 100;

    private record Shape(@Nullable Schema key, @Nullable Schema value, boolean isTombstone) {

        static Shape of(SinkRecord record) {
            return new Shape(record.keySchema(), record.valueSchema(), record.value() == null);
        }

        /** Converters hand out one instance per schema, so the fields need comparing only when it changes. */
        boolean isOf(SinkRecord record) {
            return key == record.keySchema()
                    && value == record.valueSchema()
                    && isTombstone == (record.value() == null);
        }
    }

    private final SinkConfig config;
    private final FieldSources sources;
    private final Planner planner;
    private final TableEvolution changes;
    private final Map<Shape, WritePlan> plans = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Shape, UnstorableRecordException> unsuited = new HashMap<>();
    private @Nullable Table table;
    private @Nullable Shape lastShape;
    private @Nullable WritePlan lastPlan;

    public TablePlans(TableName name, SinkConfig config) {
        this.config = config;
        this.sources = new FieldSources(config);
        this.planner = new Planner(config);
        this.changes = new TableEvolution(name, config);
    }

    /** What did not fit the table may fit it now. */
    void beginBatch() {
        unsuited.clear();
    }

    /**
     * Returns null if there is nothing to do: a tombstone for a table that the first value will create.
     *
     * @throws UnstorableRecordException if records of this shape cannot be stored in the table
     */
    @Nullable
    WritePlan get(Session session, SinkRecord record) throws SQLException {
        if (lastShape != null && lastShape.isOf(record)) {
            return lastPlan;
        }
        Shape shape = Shape.of(record);
        WritePlan plan = plans.get(shape);
        if (plan == null) {
            plan = shape.isTombstone() ? delete(session, record) : write(session, shape, record);
            if (plan == null) {
                return null;
            }
            remember(shape, plan);
        }
        lastShape = shape;
        lastPlan = plan;
        return plan;
    }

    private WritePlan write(Session session, Shape shape, SinkRecord record) throws SQLException {
        List<FieldSource> wanted = sources.of(record);
        if (unsuited.containsKey(shape)) {
            throw unsuited.get(shape);
        }
        try {
            table = changes.fit(session, table, wanted);
            return planner.write(table, wanted);
        } catch (UnstorableRecordException e) {
            unsuited.put(shape, e);
            throw e;
        }
    }

    private @Nullable WritePlan delete(Session session, SinkRecord record) throws SQLException {
        if (!config.deleteEnabled()) {
            throw UnstorableRecordException.tombstone();
        }
        table = table == null ? changes.find(session) : table;
        return table == null ? null : planner.delete(table, sources.keys(record));
    }

    private void remember(Shape shape, WritePlan plan) {
        plans.put(shape, plan);
        if (plans.size() > BOUND) {
            plans.remove(plans.keySet().iterator().next());
        }
    }
}
