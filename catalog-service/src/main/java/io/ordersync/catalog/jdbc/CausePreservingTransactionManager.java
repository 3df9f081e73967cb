package io.ordersync.catalog.jdbc;

import javax.sql.DataSource;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Throws the cause of a rollback even if the rollback fails. A rollback fails only on a lost connection, and then the
 * database rolls back by itself. Spring's manager would throw the failure of the rollback, whose type does not show that
 * the database is unavailable.
 */
@Slf4j
final class CausePreservingTransactionManager extends JdbcTransactionManager {

    CausePreservingTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (RuntimeException e) {
            log.warn("The rollback failed because the connection is lost: {}", e.toString());
        }
    }
}
