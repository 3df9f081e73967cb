package io.ordersync.operations.deadletters;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The dead letters that are still to be replayed; of two that hold the same record only the first is. */
final class Pending {

    private final Set<String> replayed;
    private final Predicate<DeadLetter> canGoBack;
    private int chosen;
    private int done;
    private int refused;

    Pending(ReplayLog log, Predicate<DeadLetter> canGoBack) {
        this.replayed = new HashSet<>(log.replayed().keySet());
        this.canGoBack = canGoBack;
    }

    List<DeadLetter> among(List<ConsumerRecord<byte[], byte[]>> batch) {
        return batch.stream().map(DeadLetter::of).filter(this::choose).toList();
    }

    int chosen() {
        return chosen;
    }

    int done() {
        return done;
    }

    int refused() {
        return refused;
    }

    private boolean choose(DeadLetter letter) {
        if (replayed.contains(letter.identity())) {
            done++;
            return false;
        }
        if (!canGoBack.test(letter)) {
            refused++;
            return false;
        }
        chosen++;
        return replayed.add(letter.identity());
    }
}
