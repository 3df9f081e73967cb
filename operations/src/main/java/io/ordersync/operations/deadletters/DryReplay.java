package io.ordersync.operations.deadletters;

import java.io.PrintStream;
import java.util.List;

/** Sends nothing. */
record DryReplay(PrintStream out) implements Replay {

    @Override
    public void of(List<DeadLetter> letters) {
        letters.forEach(letter -> out.println(letter.address() + " would go to " + TopicNames.ORDERS));
    }

    @Override
    public void close() {
        // nothing to close
    }
}
