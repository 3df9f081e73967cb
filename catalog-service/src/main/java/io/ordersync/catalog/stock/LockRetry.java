package io.ordersync.catalog.stock;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Repeats a transaction that lost against another one: by a deadlock, by a lock that was not free in time, or by a race
 * for the same order. It repeats without a pause, because the other transaction has ended.
 */
@Component
class LockRetry {

    private final RetryTemplate template = new RetryTemplate(RetryPolicy.builder()
            .includes(PessimisticLockingFailureException.class, DuplicateKeyException.class)
            .maxRetries(5)
            .delay(Duration.ZERO)
            .build());

    <T> T retry(Supplier<T> transaction) {
        return template.invoke(transaction);
    }
}
