package io.ordersync.marketing.web;

import io.ordersync.service.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The replica has the orders of all users, so reading it needs a role. */
@Configuration(proxyBeanMethods = false)
class MarketingAccessConfiguration {

    @Bean
    AccessRules accessRules() {
        return requests ->
                requests.requestMatchers("/syncOrders", "/syncOrders/**").hasRole("marketing");
    }
}
