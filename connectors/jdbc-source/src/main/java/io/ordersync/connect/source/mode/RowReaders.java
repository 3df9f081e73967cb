package io.ordersync.connect.source.mode;

import io.ordersync.connect.source.ids.IncrementingReader;
import io.ordersync.connect.source.rows.ReadContext;
import io.ordersync.connect.source.rows.RowReader;
import io.ordersync.connect.source.times.TimestampReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the reader for a mode. */
public final class RowReaders {

    private RowReaders() {}

    /** @param offset where the previous task has stopped, or null */
    public static RowReader of(ReadContext context, @Nullable Map<String, Object> offset) {
        return switch (context.config().mode()) {
            case BULK -> new BulkReader(context);
            case INCREMENTING -> new IncrementingReader(context, offset);
            case TIMESTAMP, TIMESTAMP_INCREMENTING -> new TimestampReader(context, offset);
        };
    }
}
