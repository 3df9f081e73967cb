package io.ordersync.operations.deadletters.replay;

import io.ordersync.operations.deadletters.record.DeadLetter;
import io.ordersync.operations.deadletters.topic.ReplayLog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Selects the dead letters that were not replayed yet. Of two with the same record it selects the first. */
final class PendingLetters {

    private final Set<String> replayed;
    private final Predicate<DeadLetter> canBeReplayed;
    private int selected;
    private int skipped;
    private int refused;

    PendingLetters(ReplayLog log, Predicate<DeadLetter> canBeReplayed) {
        this.replayed = new HashSet<>(log.replayed().keySet());
        this.canBeReplayed = canBeReplayed;
    }

    List<DeadLetter> select(List<ConsumerRecord<byte[], byte[]>> batch) {
        return batch.stream().map(DeadLetter::of).filter(this::select).toList();
    }

    int selected() {
        return selected;
    }

    int skipped() {
        return skipped;
    }

    int refused() {
        return refused;
    }

    private boolean select(DeadLetter letter) {
        if (replayed.contains(letter.identity())) {
            skipped++;
            return false;
        }
        if (!canBeReplayed.test(letter)) {
            refused++;
            return false;
        }
        selected++;
        return replayed.add(letter.identity());
    }
}
