package io.ordersync.catalog.kafka;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Tries again at once what lost against another transaction: a deadlock, a lock that was not free in time, or a race for
 * the same order. It needs no pause, since the winner is done.
 */
@Component
class LockRetry {

    private final RetryTemplate template = new RetryTemplate(RetryPolicy.builder()
            .includes(PessimisticLockingFailureException.class, DuplicateKeyException.class)
            .maxRetries(5)
            .delay(Duration.ZERO)
            .build());

    <T> T retry(Supplier<T> transaction) {
        try {
            return template.execute(transaction::get);
        } catch (RetryException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }
}
