package io.ordersync.catalog.kafka;

import io.ordersync.contract.Topics;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;

/** Unreadable records: kept as they were, with the cause in headers. */
@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    private static final TopicPartition ANY_PARTITION = new TopicPartition(Topics.ORDERS_DLT, -1);

    /** Sends in the listener's transaction, whose commit fails if the send does: so it need not be waited for. */
    @Bean
    ConsumerRecordRecoverer deadLetters(KafkaTemplate<byte[], byte[]> kafka) {
        var recoverer = new DeadLetterPublishingRecoverer(kafka, (record, cause) -> ANY_PARTITION);
        recoverer.setFailIfSendResultIsError(false);
        recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        return recoverer;
    }
}
