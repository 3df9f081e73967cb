package io.ordersync.catalog.jdbc;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {

    /** By vendor codes: MariaDB gives a lock that was not free in time (1205) no SQLState that would tell. */
    @Bean
    SQLExceptionTranslator byVendorCode() {
        return new SQLErrorCodeSQLExceptionTranslator("MySQL");
    }

    /** The default one: Kafka's, around it, is the business of the listener's container. */
    @Bean
    @Primary
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new LossTellingTransactionManager(dataSource);
    }
}
