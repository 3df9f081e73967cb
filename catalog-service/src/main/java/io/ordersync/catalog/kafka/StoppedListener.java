package io.ordersync.catalog.kafka;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Sees to a listener that has stopped by itself. One whose producer was fenced, as happens to an instance that was frozen
 * in the middle of a transaction, starts anew: it reads on from the last committed offsets, with a new producer. Any
 * other reason, or a start that fails, is beyond it: the service reports itself broken, so that whoever runs it starts it
 * anew.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class StoppedListener {

    private final SimpleAsyncTaskExecutor restarts = new SimpleAsyncTaskExecutor("restart-after-fencing-");
    private final ApplicationEventPublisher events;

    @EventListener
    void onStopped(ConsumerStoppedEvent event) {
        MessageListenerContainer listener = event.getContainer(MessageListenerContainer.class);
        if (event.getReason() == Reason.FENCED) {
            log.info("{} was fenced; it starts anew from the committed offsets", listener.getListenerId());
            restarts.execute(() -> restart(listener));
        } else if (event.getReason() != Reason.NORMAL) {
            log.error("{} has stopped ({}): no order is decided here any more", listener.getListenerId(), event);
            broken();
        }
    }

    private void restart(MessageListenerContainer listener) {
        try {
            listener.stop();
            listener.start();
        } catch (RuntimeException e) {
            log.error("{} does not start anew: no order is decided here any more", listener.getListenerId(), e);
            broken();
        }
    }

    private void broken() {
        AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
    }
}
