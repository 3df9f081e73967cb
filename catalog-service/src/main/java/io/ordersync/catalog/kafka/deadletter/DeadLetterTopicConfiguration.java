package io.ordersync.catalog.kafka.deadletter;

import io.ordersync.contract.Topics;
import io.ordersync.service.broker.BrokerTask;
import io.ordersync.service.broker.TopicMonitor;
import io.ordersync.topics.RequiredTopic;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topic {@code orders-dlt}, and notices when {@code orders} is missing or was made again. */
@Configuration(proxyBeanMethods = false)
class DeadLetterTopicConfiguration {

    /** The name makes it the component {@code topics} of the service's health. */
    @Bean
    TopicMonitor topicsHealthIndicator(
            KafkaAdmin kafka, DeadLetterTopicProperties properties, ApplicationEventPublisher events) {
        return new TopicMonitor(
                kafka,
                List.of(
                        RequiredTopic.deadLetters(Topics.ORDERS_DLT, Optional.of(properties.replicas())),
                        RequiredTopic.ofOthers(Topics.ORDERS, "order-service makes it")),
                events);
    }

    @Bean
    BrokerTask deadLetterTopicTask(TopicMonitor topics) {
        return new BrokerTask("Making the topic " + Topics.ORDERS_DLT, topics::start);
    }
}
