package io.ordersync.connect.source.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Configurations as they are published for another source, with another class, host and login. Nobody creates a topic. */
class PublishedConfigurationsIT {

    private static final String USERS = "(id INT AUTO_INCREMENT PRIMARY KEY, user_id VARCHAR(20), pwd VARCHAR(20),"
            + " name VARCHAR(20), created_at DATETIME DEFAULT NOW())";
    private static final String SCHEMA =
            "{\"type\":\"struct\",\"fields\":[{\"type\":\"int32\",\"optional\":false,\"field\":\"id\"},"
                    + "{\"type\":\"string\",\"optional\":true,\"field\":\"user_id\"},"
                    + "{\"type\":\"string\",\"optional\":true,\"field\":\"pwd\"},"
                    + "{\"type\":\"string\",\"optional\":true,\"field\":\"name\"},"
                    + "{\"type\":\"int64\",\"optional\":true,\"name\":\"org.apache.kafka.connect.data.Timestamp\","
                    + "\"version\":1,\"field\":\"created_at\"}],\"optional\":false,\"name\":\"users\"}";

    private final Worker worker = new Worker();

    @AfterEach
    void close() {
        worker.delete("my-source-connect");
        worker.delete("my-sink-connect");
        worker.stack.sql(
                "DROP TABLE IF EXISTS mydb.users, mydb.my_topic_users",
                "DROP DATABASE IF EXISTS mydb1",
                "DROP DATABASE IF EXISTS `my-database`",
                "DROP DATABASE IF EXISTS shop");
        worker.requireEncryption();
    }

    /** The sink is the one of the same notes. */
    @Test
    void anInsertArrivesInTopicAndTable() {
        worker.stack.sql("CREATE TABLE mydb.users " + USERS);
        worker.register("my-source-connect", worker.published("users"));
        Map<String, String> sink = worker.sink("my_topic_users");
        sink.put("auto.evolve", "true");
        sink.put("delete.enabled", "false");
        sink.put("tasks.max", "1");
        worker.register("my-sink-connect", sink);
        worker.awaitRunning("my-source-connect");
        worker.awaitRunning("my-sink-connect");
        worker.stack.sql(
                "INSERT mydb.users (user_id, pwd, name, created_at) VALUES ('1', '2', '3', '2025-04-15 19:29:52')");
        Worker.await().until(() -> worker.stack.topics().all("my_topic_users").size() == 1);
        JsonNode record =
                Worker.json(worker.stack.topics().all("my_topic_users").get(0).value());
        assertThat(record.get("schema")).isEqualTo(Worker.json(SCHEMA));
        assertThat(record.get("payload"))
                .isEqualTo(Worker.json(
                        "{\"id\":1,\"user_id\":\"1\",\"pwd\":\"2\",\"name\":\"3\",\"created_at\":1744745392000}"));
        Worker.await().ignoreExceptions().until(() -> worker.stack.count("my_topic_users") == 1);
        assertThat(worker.stack.rows("SELECT id, user_id, CAST(created_at AS CHAR) AS t FROM my_topic_users"))
                .containsExactly(Map.of("id", "1", "user_id", "1", "t", "2025-04-15 19:29:52.000"));
    }

    @Test
    void aMisspeltOptionWorksAndIsNamed() {
        worker.stack.sql(
                "CREATE DATABASE mydb1",
                "CREATE TABLE mydb1.members " + USERS,
                "INSERT mydb1.members (name) VALUES ('a')");
        worker.register("my-source-connect", worker.published("misspelt"));
        worker.awaitRunning("my-source-connect");
        assertThat(worker.payloads("my_topic_members", 1).get(0).get("name").asText())
                .isEqualTo("a");
        assertThat(worker.stack.workerLog()).contains("did you mean incrementing.column.name?");
    }

    /** No option names a topic: it follows from the table and from a transformation. */
    @Test
    void allTablesOfADatabaseGetTopics() {
        worker.stack.sql(
                "CREATE DATABASE mydb1",
                "CREATE TABLE mydb1.hosts " + USERS,
                "CREATE TABLE mydb1.guests " + USERS,
                "INSERT mydb1.hosts (name) VALUES ('a')",
                "INSERT mydb1.guests (name) VALUES ('b')");
        Map<String, String> source = worker.published("misspelt");
        source.remove("table.whitelist");
        source.put("topic.prefix", "all_");
        source.put("transforms", "route");
        source.put("transforms.route.type", "org.apache.kafka.connect.transforms.RegexRouter");
        source.put("transforms.route.regex", "all_g(.*)");
        source.put("transforms.route.replacement", "routed_g$1");
        worker.register("my-source-connect", source);
        assertThat(worker.payloads("all_hosts", 1).get(0).get("name").asText()).isEqualTo("a");
        assertThat(worker.payloads("routed_guests", 1).get(0).get("name").asText())
                .isEqualTo("b");
    }

    @Test
    void aTableInUpperCaseHasATopicInUpperCase() {
        worker.stack.sql(
                "CREATE DATABASE `my-database`",
                "CREATE TABLE `my-database`.ORDER_TABLE (id BIGINT AUTO_INCREMENT PRIMARY KEY, product_id VARCHAR(255), qty INT)",
                "INSERT INTO `my-database`.ORDER_TABLE (product_id, qty) VALUES ('1', 10)");
        worker.register("my-source-connect", worker.published("order-table"));
        worker.awaitRunning("my-source-connect");
        assertThat(worker.payloads("SYNC_ORDER_TABLE", 1).get(0).toString())
                .isEqualTo("{\"id\":1,\"product_id\":\"1\",\"qty\":10}");
    }

    @Test
    void keysTransformationsAndPatternsWork() {
        worker.stack.sql(
                "CREATE DATABASE shop",
                "CREATE TABLE shop.customers (id INT AUTO_INCREMENT PRIMARY KEY, balance DECIMAL(9,2), updated_at DATETIME(3))",
                "INSERT INTO shop.customers (balance, updated_at) VALUES (1.50, '2026-01-01 09:00:00')");
        worker.register("my-source-connect", worker.published("changes"));
        worker.awaitRunning("my-source-connect");
        assertThat(worker.payloads("shop-customers", 1).get(0).toString())
                .isEqualTo("{\"id\":1,\"balance\":1.5,\"updated_at\":1767225600000}");
        assertThat(worker.stack.topics().all("shop-customers").get(0).key()).contains("1");
    }
}
