package io.ordersync.operations.deadletters;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Sends dead letters back to the topic orders. */
record ReplayCommand(Arguments arguments, TopicReader reader, PrintStream out, PrintStream err) {

    int run() {
        boolean allWell = arguments.has(Option.ALL) ? replayPending() : replayChosen();
        return allWell ? 0 : 1;
    }

    /** All of them or, if one is not there or cannot go back, none. */
    private boolean replayChosen() {
        List<DeadLetter> letters = arguments.addresses().stream()
                .flatMap(address -> find(address).stream())
                .toList();
        if (letters.size() < arguments.addresses().size()) {
            err.println("Nothing was sent.");
            return false;
        }
        try (Replay replay = open()) {
            replay.of(letters);
        }
        return true;
    }

    private boolean replayPending() {
        Pending pending = new Pending(ReplayLog.read(reader), this::canGoBack);
        List<Range> ranges = reader.ranges(arguments.topics());
        try (Replay replay = open()) {
            ranges.forEach(range -> reader.read(range, batch -> replay.of(pending.among(batch))));
        }
        out.println("%s: %d; skipped, as the same record has been: %d; cannot be: %d"
                .formatted(
                        arguments.has(Option.DRY_RUN) ? "To be replayed" : "Replayed",
                        pending.chosen(),
                        pending.done(),
                        pending.refused()));
        return pending.refused() == 0;
    }

    private Optional<DeadLetter> find(RecordAddress address) {
        if (!TopicNames.DEAD_LETTERS.contains(address.topic())) {
            err.println(address + ": dead letters are in " + String.join(", ", TopicNames.DEAD_LETTERS));
            return Optional.empty();
        }
        Optional<DeadLetter> letter = reader.find(address).map(DeadLetter::of);
        if (letter.isEmpty()) {
            err.println(address + ": there is no such record");
        }
        return letter.filter(this::canGoBack);
    }

    private boolean canGoBack(DeadLetter letter) {
        letter.refusal().ifPresent(reason -> err.println(letter.address() + ": cannot be replayed, " + reason));
        return letter.refusal().isEmpty();
    }

    private Replay open() {
        if (reader.ranges(List.of(TopicNames.ORDERS)).isEmpty()) {
            throw new CommandFailed("There is no topic " + TopicNames.ORDERS + " to replay to.", null);
        }
        if (arguments.has(Option.DRY_RUN)) {
            return new DryReplay(out);
        }
        if (reader.ranges(List.of(TopicNames.REPLAYS)).isEmpty()) {
            ReplayLog.createTopic(reader.brokers());
        }
        return new KafkaReplay(reader.brokers(), out, err);
    }
}
