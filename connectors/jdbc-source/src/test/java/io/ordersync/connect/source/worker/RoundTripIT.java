package io.ordersync.connect.source.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every type of column from a table through the source, a topic and the sink into a table that the sink creates. */
class RoundTripIT {

    private static final String VALUES =
            "SELECT id, ti, tu, si, iu, CAST(bu AS CHAR) AS bu, CAST(de AS CHAR) AS de, CAST(CAST(f AS DOUBLE) AS CHAR) AS f,"
                    + " CAST(d AS CHAR) AS d, b1 + 0 AS b1, HEX(b9 + 0) AS b9, CAST(da AS CHAR) AS da, CAST(dt AS CHAR(23)) AS dt,"
                    + " CAST(dt3 AS CHAR) AS dt3, CAST(dt6 AS CHAR) AS dt6, CAST(ts6 AS CHAR) AS ts6,"
                    + " CAST(CAST(tm AS TIME(6)) AS CHAR) AS tm, CAST(tm6 AS CHAR) AS tm6, y, vc, tx, HEX(vb) AS vb, HEX(bi) AS bi,"
                    + " en, js, CAST(uu AS CHAR) AS uu, n FROM %s";

    private final Worker worker = new Worker();

    @AfterEach
    void close() {
        worker.delete("round-source");
        worker.delete("round-sink");
        worker.stack.sql("DROP TABLE IF EXISTS everything, p_everything");
    }

    @Test
    void theSinkStoresWhatTheSourceRead() {
        worker.stack.sql(
                "CREATE TABLE everything (id INT AUTO_INCREMENT PRIMARY KEY, ti TINYINT, tu TINYINT UNSIGNED, si SMALLINT,"
                        + " iu INT UNSIGNED, bu BIGINT UNSIGNED, de DECIMAL(20,4), f FLOAT, d DOUBLE, b1 BIT, b9 BIT(9), da DATE,"
                        + " dt DATETIME, dt3 DATETIME(3), dt6 DATETIME(6), ts6 TIMESTAMP(6) NULL, tm TIME, tm6 TIME(6), y YEAR,"
                        + " vc VARCHAR(40), tx TEXT, vb VARBINARY(9), bi BINARY(4), en ENUM('a','b'), js JSON, uu UUID, n INT)"
                        + " CHARACTER SET utf8mb4",
                "SET time_zone = '+00:00'",
                "INSERT INTO everything VALUES (1, -128, 255, -32768, 4294967295, 18446744073709551615,"
                        + " -1234567890123456.7891, 1.1, 0.30000000000000004, 1, b'100000010', '0001-01-01',"
                        + " '2026-03-29 02:30:00', '2026-03-29 02:30:00.006', '1066-10-14 09:00:00.123456',"
                        + " '2026-03-29 02:30:00.000001', '-838:59:59', '23:59:59.000001', 1901, 'it''s \\\\ 물 🦊', 'x',"
                        + " x'00275CFF', x'0001', 'b', '{\"a\": 1}', 'f3c0616f-f456-5593-9347-d10000000000', NULL),"
                        + " (2, 127, 0, 32767, 0, 0, 0.0001, -3.4028234663852886e38, -1.7976931348623157e308, 0, b'1',"
                        + " '9999-12-31', '1000-01-01', '1969-12-31 23:59:59.999', '9999-12-31 23:59:59.999999', NULL, '00:00:01',"
                        + " '-00:00:00.000001', 2155, '', '', x'', x'', 'a', '[]', NULL, 7)");
        worker.register("round-source", worker.config("everything", "db.timezone", "UTC"));
        worker.payloads("p_everything", 2);
        Map<String, String> sink = worker.sink("p_everything");
        sink.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        sink.put("consumer.override.auto.offset.reset", "earliest");
        worker.register("round-sink", sink);
        Worker.await().ignoreExceptions().until(() -> worker.stack.count("p_everything") == 2);
        List<Map<String, String>> stored = values("p_everything");
        List<Map<String, String>> source = values("everything");
        // A datetime without a fraction becomes one with three zeros.
        source.forEach(row -> row.computeIfPresent("dt", (name, text) -> text + ".000"));
        assertThat(stored).isEqualTo(source);
    }

    private List<Map<String, String>> values(String table) {
        return worker.stack.rows("SET STATEMENT time_zone = '+00:00' FOR " + VALUES.formatted(table) + " ORDER BY id");
    }
}
