package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Meter;
import java.io.IOException;
import java.util.Map;

/** A stack of its own on free ports, all of it: what a stage does not use is idle, which costs no time. */
public interface Servers extends AutoCloseable {

    /** One word that tells these servers from others. */
    String kind();

    /** What they run on and in, for the report. */
    Map<String, String> versions();

    String bootstrapServers();

    /** The address of the Connect worker. */
    String workerUrl();

    /** The address of order-service, whoever answers there. */
    String ordersUrl();

    Database database();

    /** Every server that takes part in an order's way, by its name. */
    Map<String, Meter> meters();

    /** Lets the worker collect the garbage that one contender leaves to the next, and returns when that is done. */
    void collectGarbage() throws IOException, InterruptedException;

    /** Leaves nothing but MariaDB and Kafka, for good. */
    void stopTheRest();

    /**
     * Starts one more order-service, with its log of orders replaced, and does not wait for it.
     *
     * @param log what {@link io.ordersync.benchmarks.accept.variant.OrderLogVariant} is to make of it
     */
    OrderServer startOrderServer(String log) throws IOException;

    /** Ends all of it; there is nothing left. */
    @Override
    void close();
}
