package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.plan.RefusedRecord;
import java.sql.SQLException;
import java.util.List;

/** Where a transaction puts the records that it refuses, before it moves the position past them. */
public interface DeadLetters {

    /**
     * Reports the records and waits until all reports are safe. A record that was reported before is not reported again.
     *
     * @throws SQLException if that cannot be known in time: the transaction is rolled back and repeated
     */
    void send(List<RefusedRecord> refused) throws SQLException;
}
