package io.ordersync.catalog.web;

import io.ordersync.service.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Everybody with a token reads the catalog; changes need a role. */
@Configuration(proxyBeanMethods = false)
class CatalogAccessConfiguration {

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers(HttpMethod.PUT, "/catalogs/**")
                .hasRole("catalog-admin")
                .requestMatchers(HttpMethod.POST, "/catalogs/**")
                .hasRole("catalog-admin");
    }
}
