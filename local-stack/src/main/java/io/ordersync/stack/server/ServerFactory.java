package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.mariadb.Secrets;
import java.util.Optional;

/** Makes broker, worker and MariaDB of one stack. Services and keeper are processes of this machine in every stack. */
public interface ServerFactory extends AutoCloseable {

    /** Why this machine cannot run such servers, or nothing when it can. */
    Optional<String> obstacle();

    MariaDb mariaDb(StackPlan plan, Checkout checkout, Secrets secrets);

    KafkaBroker broker(StackPlan plan, Checkout checkout);

    ConnectWorker worker(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database);

    /** Releases what the servers share, once all are stopped. */
    @Override
    void close();

    /** The kind of the servers, for the log of a test. */
    @Override
    String toString();
}
