package io.ordersync.connect.sink.position;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.stack.testing.connect.TestStack;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Connect's requests about the offsets of a connector. */
final class OffsetRequests {

    private OffsetRequests() {}

    /** @param status of HTTP */
    record Reply(int status, String body) {}

    static Reply send(String connector, String method, String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = TestStack.running()
                .connect()
                .exchange(method, "/connectors/" + connector + "/offsets", body.getBytes(UTF_8));
        return new Reply(answer.statusCode(), new String(answer.body(), UTF_8));
    }
}
