package io.ordersync.catalog.kafka.listener;

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
 * Restarts a listener whose producer was fenced, which happens after an instance was frozen during a transaction. The
 * listener continues from the last committed offsets with a new producer. If it stops for another reason, or if the
 * restart fails, the service reports that it is broken, so that its operator or platform restarts it.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class ListenerSupervisor {

    private final SimpleAsyncTaskExecutor restarts = new SimpleAsyncTaskExecutor("restart-after-fencing-");
    private final ApplicationEventPublisher events;

    @EventListener
    void handle(ConsumerStoppedEvent event) {
        MessageListenerContainer listener = event.getContainer(MessageListenerContainer.class);
        if (event.getReason() == Reason.FENCED) {
            log.info("The listener {} was fenced and restarts from the committed offsets", listener.getListenerId());
            restarts.execute(() -> restart(listener));
        } else if (event.getReason() != Reason.NORMAL) {
            log.error(
                    "The listener {} has stopped, so this instance decides no orders: {}",
                    listener.getListenerId(),
                    event);
            reportBroken();
        }
    }

    private void restart(MessageListenerContainer listener) {
        try {
            listener.stop();
            listener.start();
        } catch (RuntimeException e) {
            log.error(
                    "The listener {} cannot restart, so this instance decides no orders", listener.getListenerId(), e);
            reportBroken();
        }
    }

    private void reportBroken() {
        AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
    }
}
