package io.ordersync.catalog.jdbc;

import javax.sql.DataSource;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Lets the reason of a rollback through when the rollback fails too, which it does on a lost connection only; the database
 * rolls back by itself then. Spring's would throw the failure of the rollback instead, whose type tells nothing of an
 * outage.
 */
@Slf4j
final class LossTellingTransactionManager extends JdbcTransactionManager {

    LossTellingTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (RuntimeException lost) {
            log.warn("No rollback on a lost connection: {}", lost.toString());
        }
    }
}
