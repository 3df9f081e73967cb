package io.ordersync.connect.sink.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;

class TimeZonesIT {

    private static final Schema EVENT = SchemaBuilder.struct()
            .field("local", Timestamp.SCHEMA)
            .field("instant", Timestamp.SCHEMA)
            .build();

    @Test
    void localColumnsHoldTheTimeOfTheZoneAndInstantsStayTheSame() {
        try (DirectTask task = new DirectTask("db.timezone", "Asia/Seoul")) {
            task.sql("CREATE TABLE $ (id VARCHAR(9) PRIMARY KEY, local DATETIME(3), instant TIMESTAMP(3) NULL)");
            Date time = Date.from(Instant.parse("2026-03-29T02:30:00.007Z"));
            task.put(Records.of(
                    Schema.STRING_SCHEMA,
                    "a",
                    EVENT,
                    new Struct(EVENT).put("local", time).put("instant", time)));
            assertThat(task.rows("SELECT CAST(local AS CHAR) AS l, UNIX_TIMESTAMP(instant) AS i FROM $"))
                    .containsExactly(Map.of("l", "2026-03-29 11:30:00.007", "i", "1774751400.007"));
        }
    }
}
