package io.ordersync.connect.sink.testing;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records of a topic of items with an id, a quantity and a version. */
public final class Records {

    public static final Schema ITEM = SchemaBuilder.struct()
            .field("qty", Schema.INT32_SCHEMA)
            .field("v", Schema.OPTIONAL_INT64_SCHEMA)
            .build();

    private Records() {}

    public static SinkRecord item(String id, int qty, Long version, int partition, long offset) {
        Struct value = new Struct(ITEM).put("qty", qty).put("v", version);
        return new SinkRecord("items", partition, Schema.STRING_SCHEMA, id, ITEM, value, offset);
    }

    public static SinkRecord item(String id, int qty, long offset) {
        return item(id, qty, offset, 0, offset);
    }

    public static SinkRecord of(Schema keySchema, Object key, Schema valueSchema, Object value) {
        return new SinkRecord("items", 0, keySchema, key, valueSchema, value, 0);
    }
}
