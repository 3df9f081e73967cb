package io.ordersync.operations.deadletters;

import java.util.List;

/** Sends dead letters back, or says what it would send. */
interface Replay extends AutoCloseable {

    /** @throws CommandFailed if some of them could not be sent; which ones has been said then */
    void of(List<DeadLetter> letters);

    @Override
    void close();
}
