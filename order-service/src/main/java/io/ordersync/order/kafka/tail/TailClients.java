package io.ordersync.order.kafka.tail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** The connections of the tail's reader. They are opened for the first read, and again after a failure. */
@Component
class TailClients {

    private static final int REQUEST_TIMEOUT_MS = 2_000;
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    /** Closes at once and without an exception. */
    interface Closeable {
        void close();
    }

    private final KafkaAdmin kafka;
    private final ConsumerFactory<?, ?> consumers;
    private @Nullable TopicEndsReader ends;
    private @Nullable TailConsumer settled;
    private @Nullable TailConsumer open;

    TailClients(KafkaAdmin kafka, ConsumerFactory<?, ?> consumers) {
        this.kafka = kafka;
        this.consumers = consumers;
    }

    TopicEndsReader ends() {
        if (ends == null) {
            Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
            ends = new TopicEndsReader(Admin.create(settings));
        }
        return ends;
    }

    /** Reads up to the last stable offset, without the records of aborted transactions. */
    TailConsumer settled() {
        if (settled == null) {
            settled = consumer(IsolationLevel.READ_COMMITTED);
        }
        return settled;
    }

    /** Reads up to the high watermark. */
    TailConsumer open() {
        if (open == null) {
            open = consumer(IsolationLevel.READ_UNCOMMITTED);
        }
        return open;
    }

    /** The topic was created again: what the consumers know of it is outdated. */
    void closeConsumers() {
        close(settled);
        close(open);
        settled = null;
        open = null;
    }

    void close() {
        closeConsumers();
        close(ends);
        ends = null;
    }

    private static void close(@Nullable Closeable client) {
        if (client != null) {
            client.close();
        }
    }

    private TailConsumer consumer(IsolationLevel isolation) {
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "order-service-tail-" + isolation.id());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString().toLowerCase(Locale.ROOT));
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(FETCH_BYTES));
        // Only offsets that exist are fetched, so there is nothing to wait for.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "1");
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Integer.toString(REQUEST_TIMEOUT_MS));
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Integer.toString(REQUEST_TIMEOUT_MS));
        settings.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
        return new TailConsumer(
                new KafkaConsumer<>(settings, new BoundedBytesDeserializer(), new BoundedBytesDeserializer()));
    }
}
