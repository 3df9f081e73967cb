package io.ordersync.operations.deadletters.replay;

import io.ordersync.cli.CommandFailed;
import io.ordersync.contract.Topics;
import io.ordersync.operations.deadletters.record.DeadLetter;
import io.ordersync.operations.deadletters.record.RecordAddress;
import io.ordersync.operations.deadletters.topic.ReplayLog;
import io.ordersync.operations.deadletters.topic.TopicReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Selects dead letters and has them sent to the topic orders. */
public record Replay(TopicReader reader, boolean dryRun, PrintWriter out, PrintWriter err) {

    /** Replays either all of the dead letters or, if one of them is missing or cannot be replayed, none. */
    public boolean replayChosen(List<RecordAddress> addresses) {
        List<DeadLetter> letters =
                addresses.stream().flatMap(address -> find(address).stream()).toList();
        if (letters.size() < addresses.size()) {
            err.println("Nothing was sent.");
            return false;
        }
        try (DeadLetterSender sender = openSender()) {
            sender.send(letters);
        }
        return true;
    }

    /** Returns whether all dead letters that were not replayed before could be replayed. */
    public boolean replayPending(List<String> topics) {
        PendingLetters pending = new PendingLetters(ReplayLog.read(reader), this::canBeReplayed);
        try (DeadLetterSender sender = openSender()) {
            reader.read(topics, batch -> sender.send(pending.select(batch)));
        }
        out.println("%s: %d; skipped, because the same record was replayed: %d; cannot be replayed: %d"
                .formatted(
                        dryRun ? "To be replayed" : "Replayed",
                        pending.selected(),
                        pending.skipped(),
                        pending.refused()));
        return pending.refused() == 0;
    }

    private Optional<DeadLetter> find(RecordAddress address) {
        if (!DeadLetter.TOPICS.contains(address.topic())) {
            err.println("%s: dead letters are only in %s".formatted(address, String.join(" and ", DeadLetter.TOPICS)));
            return Optional.empty();
        }
        Optional<DeadLetter> letter = reader.find(address).map(DeadLetter::of);
        if (letter.isEmpty()) {
            err.println(address + ": there is no such record");
        }
        return letter.filter(this::canBeReplayed);
    }

    private boolean canBeReplayed(DeadLetter letter) {
        Optional<String> obstacle = letter.obstacle();
        obstacle.ifPresent(reason -> err.println("%s: cannot be replayed: %s".formatted(letter.address(), reason)));
        return obstacle.isEmpty();
    }

    private DeadLetterSender openSender() {
        if (!reader.exists(Topics.ORDERS)) {
            throw new CommandFailed("Nothing can be replayed: the topic %s does not exist.".formatted(Topics.ORDERS));
        }
        if (dryRun) {
            return new DryRunSender(out);
        }
        if (!reader.exists(ReplayLog.TOPIC)) {
            ReplayLog.createTopic(reader.clients());
        }
        return new KafkaSender(reader.clients(), out, err);
    }
}
