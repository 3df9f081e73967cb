package io.ordersync.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.net.Ports;
import io.ordersync.stack.process.ProcessState;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.testing.TestStacks;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalStackIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final LocalStack STACK = TestStacks.ofProcesses("local-stack");

    @BeforeAll
    static void start() {
        STACK.start(STACK.mariaDb(), STACK.broker(), STACK.worker());
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    @Test
    void keepsTheDatabaseThroughKillAndRestart() throws Exception {
        MariaDb database = STACK.mariaDb();
        execute("CREATE TABLE kept (id int PRIMARY KEY)");
        execute("INSERT INTO kept VALUES (42)");
        int port = database.port();

        database.kill();
        assertThat(database.isAlive()).isFalse();
        assertThat(Ports.isFree(port)).isTrue();
        restart(database);

        assertThat(database.port()).isEqualTo(port);
        assertThat(first("SELECT id FROM kept")).isEqualTo("42");
    }

    @Test
    void keepsTheLogThroughKillAndRestart() throws Exception {
        Map<String, Object> client = Map.of("bootstrap.servers", STACK.broker().bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(Set.of(new NewTopic("kept", Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        produce("kept", "before");

        STACK.broker().kill();
        restart(STACK.broker());
        produce("kept", "after");

        assertThat(consume("kept", 2)).containsExactly("before", "after");
    }

    @Test
    void answersAgainAfterAKillOfTheWorker() throws Exception {
        STACK.worker().kill();
        restart(STACK.worker());

        assertThat(STACK.worker().connect().connectors()).isEmpty();
    }

    @Test
    void allowsConnectorsToReadOnlyTheirOwnVariables() throws Exception {
        String settings = Files.readString(STACK.broker()
                .logFile()
                .resolveSibling("../run/connect.properties")
                .normalize());

        assertThat(settings)
                .contains("([A-Z]+_SINK|CDC|POLLING)_")
                .doesNotContain(STACK.mariaDb().password("orders_sink"));
    }

    @Test
    void suspendsAndResumesAPart() {
        STACK.mariaDb().freeze();
        try {
            assertThat(STACK.mariaDb().isAlive()).isTrue();
            // The kernel stops the threads of the process after it has sent the signal.
            await().atMost(BOUND)
                    .until(() -> ProcessState.of(STACK.mariaDb().pid()).isFrozen());
        } finally {
            STACK.mariaDb().thaw();
        }
        STACK.mariaDb().awaitReady(BOUND);
        assertThat(ProcessState.of(STACK.mariaDb().pid()).isFrozen()).isFalse();
    }

    @Test
    void runsTheDatabaseInUtcWithRowsInItsBinaryLog() throws Exception {
        assertThat(first("SELECT @@time_zone")).isEqualTo("+00:00");
        assertThat(first("SELECT CONCAT(@@binlog_format, @@binlog_row_metadata)"))
                .isEqualTo("ROWFULL");
        assertThat(first("SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(first("SELECT DEFAULT_CHARACTER_SET_NAME FROM information_schema.SCHEMATA"
                        + " WHERE SCHEMA_NAME = 'mydb'"))
                .isEqualTo("utf8mb4");
    }

    private static void restart(Part part) {
        part.start();
        part.awaitReady(BOUND);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = STACK.mariaDb().connectAsRoot()) {
            connection.createStatement().execute(sql);
        }
    }

    private static String first(String sql) throws SQLException {
        try (Connection connection = STACK.mariaDb().connectAsRoot();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void produce(String topic, String value) throws Exception {
        Map<String, Object> client = Map.of("bootstrap.servers", STACK.broker().bootstrapServers());
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private static List<String> consume(String topic, int count) {
        Map<String, Object> client = Map.of("bootstrap.servers", STACK.broker().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(Set.of(partition));
            consumer.seek(partition, 0);
            List<String> values = new ArrayList<>();
            await().atMost(BOUND).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> values.add(each.value()));
                return values.size() >= count;
            });
            return values;
        }
    }
}
