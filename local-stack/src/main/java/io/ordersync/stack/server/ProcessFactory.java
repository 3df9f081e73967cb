package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.mariadb.Secrets;
import java.util.Optional;

/** Makes servers that are processes of this machine. */
public final class ProcessFactory implements ServerFactory {

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public MariaDb mariaDb(StackPlan plan, Checkout checkout, Secrets secrets) {
        return new MariaDbProcess(plan, checkout, secrets);
    }

    @Override
    public KafkaBroker broker(StackPlan plan, Checkout checkout) {
        return new BrokerProcess(plan, checkout);
    }

    @Override
    public ConnectWorker worker(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database) {
        return new WorkerProcess(plan, checkout, broker, database);
    }

    @Override
    public void close() {
        // the processes share nothing
    }

    @Override
    public String toString() {
        return "processes of this machine";
    }
}
