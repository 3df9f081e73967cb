package io.ordersync.operations.deadletters.list;

import io.ordersync.operations.deadletters.record.DeadLetter;
import io.ordersync.operations.deadletters.record.RecordAddress;
import io.ordersync.operations.deadletters.topic.ReplayLog;
import io.ordersync.operations.deadletters.topic.TopicReader;
import java.util.List;
import java.util.Optional;

/** A form in which dead letters are shown, one after another. */
public interface Listing {

    /** Shows all dead letters that the topics hold now. */
    default void show(TopicReader reader, List<String> topics) {
        ReplayLog log = ReplayLog.read(reader);
        reader.read(
                topics,
                batch -> batch.stream().map(DeadLetter::of).forEach(letter -> add(letter, log.destination(letter))));
        end();
    }

    void add(DeadLetter letter, Optional<RecordAddress> replayedTo);

    void end();
}
