package io.ordersync.connect.sink.config.published;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.config.published.PublishedConfiguration.Kind;
import io.ordersync.stack.testing.connect.TestStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Configurations as they are published for the JDBC sinks of Confluent, Aiven and Debezium. Each writes rows after a change
 * of class, host and login.
 */
class PublishedConfigurationsIT {

    private static final TestStack STACK = TestStack.running();

    static final List<PublishedConfiguration> ALL = List.of(
            new PublishedConfiguration("course-users", "p_course_users", Kind.PLAIN, "p_course_users"),
            new PublishedConfiguration("course-orders", "p_course_orders", Kind.PLAIN, "p_course_orders"),
            new PublishedConfiguration(
                    "course-sync", "P_SYNC_ORDER_TABLE", Kind.PLAIN, "`my-database`.P_SYNC_ORDER_TABLE"),
            new PublishedConfiguration("dialect-and-schema", "p_katas", Kind.PLAIN, "demo.p_katas"),
            new PublishedConfiguration("fields-without-mode", "p_pageviews", Kind.PLAIN, "p_pageviews"),
            new PublishedConfiguration("time-zone", "p_bangkok", Kind.STRUCT_KEY, "p_bangkok_copy"),
            new PublishedConfiguration("coordinates", "p_tweets", Kind.STRUCT_KEY, "p_tweets"),
            new PublishedConfiguration("coordinates-by-default", "p_heart_rates", Kind.PLAIN, "p_heart_rates"),
            new PublishedConfiguration("update", "bulk.student", Kind.PLAIN, "p_student"),
            new PublishedConfiguration("credentials-in-the-url", "p_campaign", Kind.PLAIN, "p_campaign"),
            new PublishedConfiguration("comments-and-licence", "p-demo-users", Kind.PLAIN, "p_demo_users"),
            new PublishedConfiguration("every-default", "p_addresses", Kind.PLAIN, "p_addresses_view"),
            new PublishedConfiguration("options-of-a-source", "p_leftovers", Kind.PLAIN, "p_leftovers"),
            new PublishedConfiguration("topics-by-pattern", "p-shop-orders", Kind.STRUCT_KEY, "p_orders_sink"),
            new PublishedConfiguration("aiven-normalized-table", "p-cod-and-chips", Kind.PLAIN, "p_cod_and_chips"),
            new PublishedConfiguration("aiven-table-mapping", "p_mapped", Kind.PLAIN, "p_customers"),
            new PublishedConfiguration("aiven-multi", "p_messages", Kind.PLAIN, "p_messages"),
            new PublishedConfiguration("aiven-composite-key", "p_composite", Kind.STRUCT_KEY, "p_composite"),
            new PublishedConfiguration("debezium-example", "p_dbz_orders", Kind.STRUCT_KEY, "p_dbz_orders"),
            new PublishedConfiguration("debezium-pool", "p_dbz_pool", Kind.PLAIN, "p_p_dbz_pool"),
            new PublishedConfiguration("debezium-and-confluent", "p_mixed", Kind.STRUCT_KEY, "p_mixed"),
            new PublishedConfiguration("debezium-without-key", "p_topic_mysql.d1.users", Kind.PLAIN, "p_users"),
            new PublishedConfiguration(
                    "debezium-topic-with-dots", "p.public.game_result", Kind.PLAIN, "p_public_game_result"),
            new PublishedConfiguration(
                    "debezium-change-events", "p_server.public.users", Kind.CHANGE_EVENT, "p_event_users"),
            new PublishedConfiguration("debezium-hibernate", "p_idp.public.users", Kind.STRUCT_KEY, "p_idp_users"),
            new PublishedConfiguration("debezium-no-evolution", "p_posts", Kind.PLAIN, "p_columnar_posts"));

    @BeforeAll
    static void registerAll() {
        STACK.sql(
                "SET GLOBAL require_secure_transport = OFF", // few of them encrypt
                "CREATE DATABASE demo",
                "CREATE DATABASE `my-database`",
                "GRANT SELECT, INSERT, UPDATE, DELETE, ALTER, CREATE ON demo.* TO orders_sink@'%'",
                "GRANT SELECT, INSERT, UPDATE, DELETE, ALTER, CREATE ON `my-database`.* TO orders_sink@'%'",
                "CREATE TABLE mydb.p_student (name VARCHAR(9) PRIMARY KEY, user_id VARCHAR(9))",
                "INSERT INTO mydb.p_student VALUES ('k1', 'old'), ('k2', 'old')",
                "CREATE TABLE mydb.p_columnar_posts (post_id VARCHAR(9) PRIMARY KEY, id INT, user_id VARCHAR(9), qty INT,"
                        + " created_at DATETIME(3))");
        ALL.forEach(configuration -> configuration.send(STACK));
        STACK.topics().create("p_unmapped", 1);
        ALL.forEach(configuration -> await().ignoreExceptions().untilAsserted(() -> configuration.register(STACK)));
    }

    @AfterAll
    static void deleteAll() {
        ALL.forEach(configuration ->
                await().ignoreExceptions().untilAsserted(() -> STACK.connect().delete(configuration.name())));
        STACK.sql("DROP DATABASE demo", "DROP DATABASE `my-database`", "SET GLOBAL require_secure_transport = ON");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void writesRows(PublishedConfiguration configuration) {
        await().until(() -> configuration.rows(STACK) == 2);
        assertThat(STACK.workerLog()).doesNotContain(STACK.mariaDb().password("orders_sink"));
    }

    @Test
    void storesTimesInTheTimeZoneOfTheConfiguration() {
        await().until(() -> ALL.get(5).rows(STACK) == 2);
        assertThat(STACK.rows("SELECT DISTINCT CAST(created_at AS CHAR) AS t FROM p_bangkok_copy"))
                .containsExactly(Map.of("t", "2026-03-29 09:30:00.007"));
    }

    @Test
    void saysOnceWhatHasNoEffect() {
        await().until(() -> ALL.get(2).rows(STACK) == 2);
        assertThat(STACK.workerLog().lines().filter(line -> line.contains("WARN") && line.contains("[course-sync|")))
                .filteredOn(line -> line.contains("useSSL") || line.contains("serverTimezone"))
                .singleElement()
                .asString()
                .contains("Settings in connection.url have no effect", "characterEncoding, serverTimezone");
        assertThat(STACK.workerLog().lines().filter(line -> line.contains("[comments-and-licence|")))
                .filteredOn(line -> line.contains("confluent.license has no effect"))
                .hasSize(1);
    }
}
