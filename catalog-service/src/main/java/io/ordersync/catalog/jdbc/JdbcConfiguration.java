package io.ordersync.catalog.jdbc;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {

    /** By vendor codes: MariaDB gives a lock that was not free in time (1205) no SQLState that would tell. */
    @Bean
    SQLExceptionTranslator byVendorCode() {
        return new SQLErrorCodeSQLExceptionTranslator("MySQL");
    }
}
