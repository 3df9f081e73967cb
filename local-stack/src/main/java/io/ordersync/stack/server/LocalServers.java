package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.mariadb.Secrets;
import java.util.Optional;

/** Servers as processes of this machine. */
public final class LocalServers implements Servers {

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public MariaDb mariaDb(StackPlan plan, Checkout checkout, Secrets secrets) {
        return new MariaDb(plan, checkout, secrets);
    }

    @Override
    public KafkaBroker broker(StackPlan plan, Checkout checkout) {
        return new KafkaBroker(plan.folders(), checkout, plan.ports());
    }

    @Override
    public ConnectWorker worker(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database) {
        return new ConnectWorker(plan, checkout, broker, database);
    }

    @Override
    public void close() {
        // each has stopped by itself
    }

    @Override
    public String toString() {
        return "processes of this machine";
    }
}
