package io.ordersync.order.web;

import io.ordersync.service.openapi.ServiceProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderOpenApiConfiguration {

    @Bean
    ServiceProblems serviceProblems() {
        return ServiceProblems.of(OrderProblem.values());
    }
}
