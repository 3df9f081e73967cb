package io.ordersync.catalog.kafka.listener;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ContainerProperties.EOSMode;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Delivers a batch that was rolled back until it succeeds. Only outages make a batch fail, never unreadable records. The
 * pauses are far shorter than {@code max.poll.interval.ms}, so they cause no rebalance.
 */
final class RetryForever extends DefaultAfterRollbackProcessor<Object, Object> {

    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final ListenerOutage outage;

    RetryForever(ListenerOutage outage) {
        super(backOff());
        this.outage = outage;
    }

    @Override
    public void processBatch(
            ConsumerRecords<Object, Object> records,
            List<ConsumerRecord<Object, Object>> recordList,
            Consumer<Object, Object> consumer,
            @Nullable MessageListenerContainer container,
            Exception exception,
            boolean recoverable,
            EOSMode eosMode) {
        outage.batchRolledBack(exception);
        super.processBatch(records, recordList, consumer, container, exception, recoverable, eosMode);
    }

    private static ExponentialBackOff backOff() {
        var backOff = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MS);
        return backOff;
    }
}
