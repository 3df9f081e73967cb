package io.ordersync.catalog.kafka;

import lombok.extern.slf4j.Slf4j;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Starts the listener anew after its producer was fenced, as happens to an instance that was frozen in the middle of a
 * transaction. It then reads on from the last committed offsets, with a new producer.
 */
@Slf4j
@Component
class RestartAfterFencing {

    private final SimpleAsyncTaskExecutor restarts = new SimpleAsyncTaskExecutor("restart-after-fencing-");

    @EventListener
    void onStopped(ConsumerStoppedEvent event) {
        if (event.getReason() == ConsumerStoppedEvent.Reason.FENCED) {
            MessageListenerContainer listener = event.getContainer(MessageListenerContainer.class);
            log.info("{} was fenced; it starts anew from the committed offsets", listener.getListenerId());
            restarts.execute(() -> {
                listener.stop();
                listener.start();
            });
        }
    }
}
