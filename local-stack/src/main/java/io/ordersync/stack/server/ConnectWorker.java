package io.ordersync.stack.server;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.TokenFile;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.net.Http;
import java.io.IOException;
import java.time.Duration;

/** A Kafka Connect worker in distributed mode, the only one of its group. */
public interface ConnectWorker extends Part {

    String NAME = "connect";

    /** The address of the worker's REST interface on this machine. */
    String url();

    /** Changes a setting of the worker, such as {@code offset.flush.interval.ms}; call it before the first start. */
    ConnectWorker set(String setting, Object value);

    /** The file with the token that the worker demands. */
    TokenFile token();

    /** A client that sends the token and waits at most two seconds for each answer of the worker. */
    default ConnectClient connect() {
        return connect(Duration.ofSeconds(2));
    }

    /** A client that sends the token. */
    default ConnectClient connect(Duration timeout) {
        return new ConnectClient(url(), timeout).withToken(token());
    }

    @Override
    default void probe() throws IOException, InterruptedException {
        Http.get(url() + "/health");
    }
}
