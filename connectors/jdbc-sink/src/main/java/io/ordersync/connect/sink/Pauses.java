package io.ordersync.connect.sink;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/** Pauses the partitions whose records wait, so that the worker fetches no more of them, and resumes the others. */
final class Pauses {

    private final SinkTaskContext context;
    private @Nullable Set<TopicPartition> paused = Set.of();

    Pauses(SinkTaskContext context) {
        this.context = context;
    }

    /**
     * Assumes nothing about the current pauses. The worker remembers which partitions were paused and pauses them again when
     * they are assigned again, even if they were resumed while they were revoked.
     */
    void forget() {
        paused = null;
    }

    /** Pauses all assigned partitions, including newly assigned ones, and asks to be called again after this time. */
    void pauseAll(Duration callAgain) {
        pause(Set.copyOf(context.assignment()), callAgain);
    }

    /** Pauses these partitions and resumes all others. If there are some, asks to be called again after this time. */
    void pauseOnly(Set<TopicPartition> partitions, Duration callAgain) {
        if (partitions.isEmpty()) {
            resumeAll();
        } else {
            Set<TopicPartition> assigned = new HashSet<>(partitions);
            assigned.retainAll(context.assignment());
            pause(assigned, callAgain);
        }
    }

    private void pause(Set<TopicPartition> partitions, Duration callAgain) {
        Set<TopicPartition> others = new HashSet<>(context.assignment());
        others.removeAll(partitions);
        if (!others.isEmpty() && !partitions.equals(paused)) {
            context.resume(others.toArray(TopicPartition[]::new));
        }
        context.pause(partitions.toArray(TopicPartition[]::new));
        paused = partitions;
        context.timeout(Math.max(1, callAgain.plusNanos(999_999).toMillis()));
    }

    private void resumeAll() {
        if (paused == null || !paused.isEmpty()) {
            paused = Set.of();
            context.resume(context.assignment().toArray(TopicPartition[]::new));
        }
    }
}
