package io.ordersync.catalog.kafka.deadletter;

import io.ordersync.contract.Topics;
import io.ordersync.service.broker.BrokerTask;
import io.ordersync.service.broker.TopicCreator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Creates the topic {@code orders-dlt} when the service starts. */
@Configuration(proxyBeanMethods = false)
class DeadLetterTopicConfiguration {

    @Bean
    BrokerTask deadLetterTopicTask(KafkaAdmin kafka, DeadLetterTopicProperties properties) {
        var topics = new TopicCreator(kafka);
        return new BrokerTask(
                "Making the topic " + Topics.ORDERS_DLT,
                () -> topics.createDeadLetterTopic(Topics.ORDERS_DLT, properties.replicas()));
    }
}
