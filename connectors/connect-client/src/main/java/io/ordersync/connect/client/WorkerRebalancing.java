package io.ordersync.connect.client;

import java.io.IOException;
import java.net.http.HttpResponse;

/** The workers are dividing connectors and tasks among themselves; the same request succeeds when they are done. */
public final class WorkerRebalancing extends IOException {

    WorkerRebalancing(HttpResponse<byte[]> answer) {
        super(ErrorMessage.of(answer));
    }
}
