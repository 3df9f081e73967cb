package io.ordersync.connect.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderFormat;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.junit.jupiter.api.Test;

/** Orders as the services write them, read with the option that the README shows. */
class PlainOrdersTests {

    private static final String PREFIX = "value.converter.";

    private final EnvelopeConverter converter = new EnvelopeConverter();

    @Test
    void readsBothFormsOfAnOrderAlikeWithTheSchemaOfTheGuide() throws IOException {
        converter.configure(optionsOfTheGuide(), false);
        OrderRecord pending = pending();
        for (int i = 0; i < 3; i++) {
            for (OrderRecord order :
                    new OrderRecord[] {pending, pending.become(OrderStatus.REJECTED, "OUT_OF_STOCK", Instant.now())}) {
                SchemaAndValue envelope = read(OrderFormat.ENVELOPE, order);

                assertThat(read(OrderFormat.PLAIN, order)).isEqualTo(envelope);
                assertThat(envelope.schema().fields()).hasSize(11);
            }
        }
    }

    private SchemaAndValue read(OrderFormat form, OrderRecord order) {
        return converter.toConnectData("orders", form.write(order));
    }

    private static Map<String, String> optionsOfTheGuide() throws IOException {
        Map<String, String> options = new HashMap<>(Map.of("schemas.enable", "true"));
        PlainJsonGuide.sinkOptions().forEach((name, value) -> options.put(name.substring(PREFIX.length()), value));
        return options;
    }

    private static OrderRecord pending() {
        Instant now = Instant.now();
        return new OrderRecord(
                UUID.randomUUID(), "김철수 🦊", "CATALOG-001", 2, 1500, 3000, OrderStatus.PENDING, null, now, now);
    }
}
