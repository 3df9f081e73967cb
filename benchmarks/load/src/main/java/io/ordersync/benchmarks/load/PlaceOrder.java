package io.ordersync.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.ordersync.benchmarks.load.LoadSettings.Phase;

/** The only kind of request that is sent. Its body is always the same, so that creating it costs no time. */
final class PlaceOrder {

    private static final String ORDER = "{\"productId\":\"product-1\",\"qty\":1,\"unitPrice\":1000}";

    static final HttpProtocolBuilder PROTOCOL = http.disableCaching()
            .disableFollowRedirect()
            .acceptHeader("application/json")
            .authorizationHeader("Bearer " + LoadSettings.token())
            .contentTypeHeader("application/json");

    private PlaceOrder() {}

    static ChainBuilder in(Phase phase) {
        return exec(http(phase.name())
                .post(phase.url() + "/orders")
                .body(StringBody(ORDER))
                .check(status().is(201)));
    }
}
