package io.ordersync.operations.deadletters;

import java.util.Optional;

/** A form in which dead letters are shown, one after another. */
interface Listing {

    void add(DeadLetter letter, Optional<RecordAddress> replayedTo);

    void end();
}
