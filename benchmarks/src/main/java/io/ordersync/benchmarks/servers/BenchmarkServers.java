package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.measure.ResourceMeter;
import io.ordersync.connect.client.ConnectClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A complete, separate system on free ports. Servers that a stage does not use are idle. */
public interface BenchmarkServers extends AutoCloseable {

    /** How long a worker may need for an answer. */
    Duration WORKER_TIMEOUT = Duration.ofSeconds(60);

    /** One word that names this kind of servers. */
    String kind();

    /** The versions of the platform, for the report. */
    Map<String, String> versions();

    String bootstrapServers();

    /** A client of the Connect worker. */
    ConnectClient worker();

    /** The address of order-service, or of the proxy in front of its instances. */
    String ordersUrl();

    /** A token for order-service, of the user user-1. */
    String token();

    BenchmarkDatabase database();

    /** The meter of every server that an order passes, by the server's name. */
    Map<String, ResourceMeter> meters();

    /** Makes the worker collect its garbage and returns when it has done so, so that each candidate starts without it. */
    void collectGarbage() throws IOException, InterruptedException;

    /** Stops everything but MariaDB and Kafka for the rest of the run. */
    void stopServicesAndWorker();

    /** Starts one more instance of order-service and does not wait for it. */
    OrderServer startOrderServer(OrderServiceVariant variant) throws IOException;

    /** Stops all servers and deletes their data. */
    @Override
    void close();
}
