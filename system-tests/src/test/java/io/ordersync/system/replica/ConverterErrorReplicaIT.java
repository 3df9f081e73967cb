package io.ordersync.system.replica;

import static io.ordersync.system.replica.ReplicaSystem.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A replica has no dead letters: a record that a converter cannot read stops its sink until an operator skips it. */
@ExtendWith(ReplicaSystemExtension.class)
class ConverterErrorReplicaIT {

    private static final String TOPIC = "SYNC_USER_TABLE";

    private final ReplicaSystem replicas;
    private final String user = UUID.randomUUID().toString();

    ConverterErrorReplicaIT(ReplicaSystem replicas) {
        this.replicas = replicas;
    }

    @Test
    void logNamesTheRecordAndAlteredOffsetsSkipIt() throws Exception {
        insert("before");
        soon(() -> assertThat(count()).isEqualTo(1));
        long offset = sendGarbage();
        soon(() -> assertThat(
                        replicas.connect().status("users-sink").orElseThrow().states())
                .contains("FAILED"));
        assertThat(Files.readString(replicas.stack().worker().logFile()))
                .containsPattern("users-sink.*topic='%s', partition=0, offset=%d,".formatted(TOPIC, offset));

        replicas.connect().stop("users-sink");
        soon(() -> assertThat(skip(offset)).isEqualTo(200));
        replicas.connect().resume("users-sink");
        insert("after");
        soon(() -> assertThat(count()).isEqualTo(2));
        soon(() -> assertThat(replicas.states()).containsOnly("RUNNING"));
    }

    private long sendGarbage() throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", replicas.stack().broker().bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(TOPIC, "key", "no JSON"))
                    .get()
                    .offset();
        }
    }

    private int skip(long offset) throws Exception {
        String body = """
                {"offsets": [{"partition": {"kafka_topic": "%s", "kafka_partition": 0}, "offset": {"kafka_offset": %d}}]}""".formatted(TOPIC, offset + 1);
        return replicas.connect()
                .exchange("PATCH", "/connectors/users-sink/offsets", body.getBytes(UTF_8))
                .statusCode();
    }

    private void insert(String name) {
        replicas.sql("INSERT INTO mydb.users (user_id, pwd, name) VALUES ('%s', 'a hash', '%s')".formatted(user, name));
    }

    private int count() {
        return replicas.number("SELECT count(*) FROM mydb.%s WHERE user_id = '%s'".formatted(TOPIC, user));
    }
}
