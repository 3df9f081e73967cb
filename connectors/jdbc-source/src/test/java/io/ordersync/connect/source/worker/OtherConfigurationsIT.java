package io.ordersync.connect.source.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations as other projects publish them, with another class, host and login: they run, or say what to change. */
class OtherConfigurationsIT {

    private static final String NAME = "other-source";

    private final Worker worker = new Worker();
    private final List<String> tables = new ArrayList<>();

    @AfterEach
    void close() {
        worker.delete(NAME);
        tables.forEach(table -> worker.stack.sql("DROP TABLE " + table));
        worker.stack.sql("DROP DATABASE IF EXISTS quick");
        worker.requireEncryption();
    }

    @Test
    void readsAllTablesOfADatabase() {
        worker.stack.sql("CREATE DATABASE quick");
        fill("quick.a", "id INT AUTO_INCREMENT PRIMARY KEY", "(1), (2)");
        fill("quick.b", "id INT AUTO_INCREMENT PRIMARY KEY", "(7)");
        start("all-tables", "test-mysql-jdbc-a", "test-mysql-jdbc-b");
        assertThat(payloads("test-mysql-jdbc-a", 2)).containsExactly("{\"id\":1}", "{\"id\":2}");
        assertThat(payloads("test-mysql-jdbc-b", 1)).containsExactly("{\"id\":7}");
    }

    @Test
    void saysWhichTableOfADatabaseCannotBeRead() throws Exception {
        worker.stack.sql("CREATE DATABASE quick");
        fill("quick.settings", "name VARCHAR(9) PRIMARY KEY", "('x')");
        assertThat(Worker.errors(worker.stack.connect(), worker.published("all-tables")))
                .containsExactly(
                        "incrementing.column.name names a column that is missing: Table quick.settings has no 'id';"
                                + " leave the table out with table.blacklist if it must not be read");
    }

    /** A page ends between the rows of one id. */
    @Test
    void sendsEachRowOfAJoin() {
        fill("services", "SERVICE_ID INT PRIMARY KEY, SPEC_CODE VARCHAR(9)", "(1, 'a'), (2, 'b')");
        fill("endpoints", "SERVICE_ID INT NOT NULL, NUMBER INT", "(1, 11), (1, 12), (1, 13), (2, 21), (2, 22)");
        start("join", "services");
        assertThat(payloads("services", 5))
                .containsExactlyInAnyOrder(
                        "{\"serviceId\":1,\"SPEC_CODE\":\"a\",\"number\":11}",
                        "{\"serviceId\":1,\"SPEC_CODE\":\"a\",\"number\":12}",
                        "{\"serviceId\":1,\"SPEC_CODE\":\"a\",\"number\":13}",
                        "{\"serviceId\":2,\"SPEC_CODE\":\"b\",\"number\":21}",
                        "{\"serviceId\":2,\"SPEC_CODE\":\"b\",\"number\":22}");
    }

    @Test
    void readsColumnsThatAPatternNames() {
        fill("passengers", "id INT PRIMARY KEY, created_at DATETIME NOT NULL", "(1, '2026-01-01 09:00:00')");
        start("mapping", "mysql_passengers");
        assertThat(payloads("mysql_passengers", 1)).containsExactly("{\"id\":1,\"created_at\":1767258000000}");
    }

    @Test
    void readsTheFirstOfTwoTimes() {
        fill(
                "students",
                "id INT PRIMARY KEY, updated_at DATETIME, created_at DATETIME NOT NULL, paid DECIMAL(9,2)",
                "(1, '2026-01-03', '2026-01-01', 1.50), (2, NULL, '2026-01-02', 2)");
        start("aiven", "jdbc_source_mysql_students");
        assertThat(payloads("jdbc_source_mysql_students", 2))
                .containsExactly(
                        "{\"id\":2,\"updated_at\":null,\"created_at\":1767312000000,\"paid\":2.0}",
                        "{\"id\":1,\"updated_at\":1767398400000,\"created_at\":1767225600000,\"paid\":1.5}");
    }

    @Test
    void namesATopicLikeItsTable() {
        fill("parcels", "parcel_id INT PRIMARY KEY, update_ts DATETIME", "(5, '2026-01-01')");
        start("empty-prefix", "parcels");
        assertThat(payloads("parcels", 1)).containsExactly("{\"update_ts\":1767225600000}");
        assertThat(worker.stack.topics().all("parcels").get(0).key()).contains("5");
    }

    @Test
    void readsAQueryOnceAnHour() {
        fill("people", "id INT PRIMARY KEY, private_info VARCHAR(9)", "(1, 'hush')");
        start("tuned", "people-bulk");
        assertThat(payloads("people-bulk", 1)).containsExactly("{\"id\":1,\"private_info\":\"CENSORED\"}");
        assertThat(worker.stack.workerLog())
                .contains("compression.type has no effect. It is an option of Kafka's clients: put producer.override.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "change-data-capture"})
    void saysWhatToChange(String file) throws Exception {
        List<String> errors = Worker.errors(worker.stack.connect(), worker.published(file));
        assertThat(errors).isNotEmpty().noneMatch(error -> error.contains("hush"));
        assertThat(errors)
                .filteredOn(error -> error.contains("is not an option of this connector"))
                .isNotEmpty()
                .allMatch(error -> error.matches(".*(use|choose|belongs to|did you mean) .*"));
    }

    private void fill(String table, String columns, String values) {
        worker.stack.sql(
                "CREATE TABLE %s (%s)".formatted(table, columns), "INSERT INTO %s VALUES %s".formatted(table, values));
        tables.add(0, table);
    }

    private void start(String file, String... topics) {
        for (String topic : topics) {
            worker.stack.topics().create(topic, 1);
        }
        Map<String, String> config = worker.published(file);
        config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        worker.register(NAME, config);
        worker.awaitRunning(NAME);
    }

    private List<String> payloads(String topic, int count) {
        return worker.payloads(topic, count).stream().map(JsonNode::toString).toList();
    }
}
