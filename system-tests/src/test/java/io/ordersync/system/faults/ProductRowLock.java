package io.ordersync.system.faults;

import io.ordersync.stack.server.MariaDb;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A lock of the test on the row of a product. Decisions about orders for the product wait until it is released. */
final class ProductRowLock implements AutoCloseable {

    private static final String LOCK = "SELECT stock FROM catalog WHERE product_id = ? FOR UPDATE";
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private static final String WAITING = """
            SELECT count(*) FROM information_schema.innodb_trx
            JOIN information_schema.processlist ON id = trx_mysql_thread_id
            WHERE trx_state = 'LOCK WAIT' AND user = 'catalog_service'""";

    private final String product;
    private final Connection holder;
    private final Connection observer;

    private ProductRowLock(String product, Connection holder, Connection observer) {
        this.product = product;
        this.holder = holder;
        this.observer = observer;
    }

    static ProductRowLock on(String product, MariaDb mariaDb) {
        try {
            Connection holder = mariaDb.connect("catalog_service");
            holder.setAutoCommit(false);
            ProductRowLock lock = new ProductRowLock(product, holder, mariaDb.connectAsRoot());
            lock.execute(LOCK);
            return lock;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many sessions of catalog-service are waiting for a lock. */
    int waiting() {
        try (PreparedStatement waiting = observer.prepareStatement(WAITING);
                ResultSet rows = waiting.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Releases the lock. */
    void release() {
        try {
            holder.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether another session holds the lock after its release. */
    boolean isHeldByAnother() {
        try {
            execute(LOCK + " NOWAIT");
            release();
            return false;
        } catch (SQLException e) {
            if (e.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return true;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (holder;
                observer) {
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement lock = holder.prepareStatement(sql)) {
            lock.setString(1, product);
            lock.executeQuery().close();
        }
    }
}
