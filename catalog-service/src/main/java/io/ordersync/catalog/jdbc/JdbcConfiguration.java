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

    /** Translates vendor codes, because the SQLState of a lock wait timeout in MariaDB (1205) is too general. */
    @Bean
    SQLExceptionTranslator vendorCodeTranslator() {
        return new SQLErrorCodeSQLExceptionTranslator("MySQL");
    }

    /** The default for {@code @Transactional}. Only the listener's container uses Kafka's transaction manager. */
    @Bean
    @Primary
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new CausePreservingTransactionManager(dataSource);
    }
}
