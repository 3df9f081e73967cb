package io.ordersync.catalog.kafka;

import io.ordersync.contract.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;

/** Unreadable records: kept as they were, with the cause in headers. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    /** The producer's limit is the same: it counts a record as it is before compression, the topic orders after it. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final TopicPartition ANY_PARTITION = new TopicPartition(Topics.ORDERS_DLT, -1);

    /** Kept until somebody has seen to them: no retention by time. */
    @Bean
    NewTopic deadLetterTopic(DeadLetterTopicProperties topic) {
        return TopicBuilder.name(Topics.ORDERS_DLT)
                .partitions(1)
                .replicas(topic.replicas())
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_BYTES))
                .build();
    }

    /** Sends in the listener's transaction, whose commit fails if the send does: so it need not be waited for. */
    @Bean
    ConsumerRecordRecoverer deadLetters(KafkaTemplate<byte[], byte[]> kafka) {
        var recoverer = new DeadLetterPublishingRecoverer(kafka, (record, cause) -> ANY_PARTITION);
        recoverer.setFailIfSendResultIsError(false);
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        return recoverer;
    }
}
