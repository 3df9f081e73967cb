package io.ordersync.operations.deadletters.replay;

import io.ordersync.cli.CommandFailed;
import io.ordersync.operations.deadletters.record.DeadLetter;
import java.util.List;

/** Sends dead letters to the topic orders, or shows which ones it would send. */
interface DeadLetterSender extends AutoCloseable {

    /** @throws CommandFailed if some of them could not be sent; each of those is reported before */
    void send(List<DeadLetter> letters);

    @Override
    void close();
}
