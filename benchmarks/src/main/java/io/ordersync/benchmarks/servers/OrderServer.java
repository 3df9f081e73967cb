package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Meter;
import java.io.IOException;

/** An order-service beside those of the stack. */
public interface OrderServer extends AutoCloseable {

    String url();

    Meter meter();

    /** @throws IOException if it does not start */
    void awaitReady() throws IOException, InterruptedException;

    @Override
    void close();
}
