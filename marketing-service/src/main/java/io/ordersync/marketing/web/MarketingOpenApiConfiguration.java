package io.ordersync.marketing.web;

import io.ordersync.service.openapi.ServiceProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MarketingOpenApiConfiguration {

    @Bean
    ServiceProblems serviceProblems() {
        return ServiceProblems.of(MarketingProblem.values());
    }
}
