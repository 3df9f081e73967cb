package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.ResourceMeter;
import java.io.IOException;

/** An instance of order-service that runs beside those of the stack, as one of the variants. */
public interface OrderServer extends AutoCloseable {

    String url();

    ResourceMeter meter();

    /** @throws IOException if the server does not start */
    void awaitReady() throws IOException, InterruptedException;

    @Override
    void close();
}
