package io.ordersync.service.problem.mvc;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells an outage or another temporary failure of the database from a defect of the service. */
final class DatabaseOutage {

    private static final List<Class<? extends Exception>> SIGNS = List.of(
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            CannotCreateTransactionException.class,
            SQLNonTransientConnectionException.class,
            SQLTransientException.class,
            SQLRecoverableException.class);

    private DatabaseOutage() {}

    /** Checks the causes too: only the cause of a failed commit shows that the connection is lost. */
    static boolean isBehind(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> SIGNS.stream().anyMatch(sign -> sign.isInstance(cause)));
    }
}
