package io.ordersync.connect.client;

import java.io.IOException;
import java.net.http.HttpResponse;

/** The worker has answered with an error, such as 400 for a wrong configuration; the message contains the worker's. */
public final class RequestRefused extends IOException {

    private final int status;

    RequestRefused(HttpResponse<byte[]> answer) {
        super(ErrorMessage.of(answer));
        status = answer.statusCode();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
