package io.ordersync.order.kafka;

import io.ordersync.contract.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.support.ProducerListener;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    /** Compacted: the topic keeps the last state of every order, so the shared table can be built from it anew. */
    @Bean
    NewTopic ordersTopic(OrdersTopicProperties topic) {
        return TopicBuilder.name(Topics.ORDERS)
                .partitions(topic.partitions())
                .replicas(topic.replicas())
                .compact()
                .build();
    }

    /** A failed send is answered with 503; Spring's default would log an error with the payload for each one. */
    @Bean
    ProducerListener<Object, Object> quietly() {
        return new ProducerListener<>() {};
    }
}
