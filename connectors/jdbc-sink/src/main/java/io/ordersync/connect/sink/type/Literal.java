package io.ordersync.connect.sink.type;

import java.math.BigDecimal;
import java.util.HexFormat;
import org.apache.kafka.connect.data.Schema;

/** Writes a default value into the text of a statement. All other values are bound as parameters. */
public final class Literal {

    private Literal() {}

    /** @throws UnstorableRecordException if no column can hold the value */
    public static String render(Schema schema, Object value) {
        Binding binding = Binding.of(schema);
        Object converted = binding == null ? value : binding.convert().apply(value);
        if (converted instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (converted instanceof Number || converted instanceof Boolean) {
            return converted.toString();
        }
        if (converted instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        return "'" + converted.toString().replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
