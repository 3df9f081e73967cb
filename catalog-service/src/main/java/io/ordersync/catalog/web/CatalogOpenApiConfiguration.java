package io.ordersync.catalog.web;

import io.ordersync.service.openapi.ServiceProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogOpenApiConfiguration {

    @Bean
    ServiceProblems serviceProblems() {
        return ServiceProblems.of(CatalogProblem.values());
    }
}
