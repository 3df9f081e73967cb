package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.mariadb.Secrets;
import java.util.Optional;

/** Makes the servers of one stack; services and keeper are processes of this machine in every stack. */
public interface Servers extends AutoCloseable {

    /** Why they cannot be had on this machine, or nothing when they can. */
    Optional<String> obstacle();

    MariaDb mariaDb(StackPlan plan, Checkout checkout, Secrets secrets);

    KafkaBroker broker(StackPlan plan, Checkout checkout);

    ConnectWorker worker(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database);

    /** Called when all servers are stopped. */
    @Override
    void close();

    /** What they are, for a line in the log of a test. */
    @Override
    String toString();
}
