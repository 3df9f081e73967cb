package io.ordersync.operations.deadletters.replay;

import io.ordersync.contract.Topics;
import io.ordersync.operations.deadletters.record.DeadLetter;
import java.io.PrintWriter;
import java.util.List;

/** Shows what would be sent, and sends nothing. */
record DryRunSender(PrintWriter out) implements DeadLetterSender {

    @Override
    public void send(List<DeadLetter> letters) {
        letters.forEach(letter -> out.println(letter.address() + " would go to " + Topics.ORDERS));
    }

    @Override
    public void close() {
        // nothing to close
    }
}
