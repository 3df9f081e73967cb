package io.ordersync.operations.deadletters;

import java.io.PrintStream;

/** Shows what lies in the dead-letter topics. */
record ListCommand(Arguments arguments, TopicReader reader, PrintStream out) {

    int run() {
        Listing listing = listing();
        ReplayLog log = ReplayLog.read(reader);
        for (Range range : reader.ranges(arguments.topics())) {
            reader.read(
                    range,
                    batch -> batch.stream()
                            .map(DeadLetter::of)
                            .forEach(letter -> listing.add(letter, log.destination(letter))));
        }
        listing.end();
        return 0;
    }

    private Listing listing() {
        boolean withValues = arguments.has(Option.VALUES);
        return arguments.has(Option.JSON) ? new JsonListing(out, withValues) : new TableListing(out, withValues);
    }
}
