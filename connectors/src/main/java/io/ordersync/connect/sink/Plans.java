package io.ordersync.connect.sink;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** The plans made so far: one per table and pair of schemas, the least used forgotten first. */
final class Plans {

    private static final int BOUND = 200;

    private record Shape(
            Table table, @Nullable Schema key, @Nullable Schema value) {

        /** Converters hand out one instance per schema, so the fields need comparing only when it changes. */
        boolean isOf(Table table, SinkRecord record) {
            return this.table == table && key == record.keySchema() && value == record.valueSchema();
        }
    }

    private final Planner planner;
    private final Map<Shape, WritePlan> plans = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Shape lastShape;
    private @Nullable WritePlan lastPlan;

    Plans(Planner planner) {
        this.planner = planner;
    }

    /** @throws UnsuitedRecordException if records of this shape cannot be stored in the table */
    WritePlan get(Table table, SinkRecord record) {
        if (record.value() == null) {
            return planner.delete(table, record);
        }
        if (lastShape != null && lastPlan != null && lastShape.isOf(table, record)) {
            return lastPlan;
        }
        Shape shape = new Shape(table, record.keySchema(), record.valueSchema());
        WritePlan plan = plans.get(shape);
        if (plan == null) {
            plan = planner.write(table, record);
            plans.put(shape, plan);
            if (plans.size() > BOUND) {
                plans.remove(plans.keySet().iterator().next());
            }
        }
        lastShape = shape;
        lastPlan = plan;
        return plan;
    }

    void forget() {
        plans.clear();
        lastShape = null;
        lastPlan = null;
    }
}
