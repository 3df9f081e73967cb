package io.ordersync.order;

import static io.ordersync.order.OrderClient.field;
import static io.ordersync.order.TopicWriter.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderRecord;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.spring.RealServers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** There is no sink, so the table lacks every order until the test moves the position of the table. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "order-sync.tail.max-size=512KB")
@Import(RealServers.class)
class LongTailIT {

    private static final String KEY = "Idempotency-Key";

    @Autowired
    private LocalStack stack;

    @LocalServerPort
    private int port;

    @Test
    void answers503WhenTheTailIsLongerThanItsMemory() throws Exception {
        var client = new OrderClient(port);
        try (var topic = new TopicWriter(stack)) {
            OrderRecord first = pending(UUID.randomUUID(), 1);
            topic.append(first);
            assertThat(client.get(first.orderId()).statusCode()).isEqualTo(200);
            topic.appendAll(IntStream.range(0, 12_000)
                    .mapToObj(n -> pending(UUID.randomUUID(), 1))
                    .toList());
            String key = UUID.randomUUID().toString();

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                HttpResponse<String> unknown = client.get(UUID.randomUUID());
                assertThat(unknown.statusCode()).isEqualTo(503);
                assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
                assertThat(field(unknown, "type")).endsWith("#view-behind");
                assertThat(field(unknown, "detail")).contains("further behind");
            });
            assertThat(client.post(1, KEY, key).statusCode()).isEqualTo(503);
            assertThat(client.post(1).statusCode()).as("an order without a key").isEqualTo(201);
            assertThat(client.get(first.orderId()).statusCode())
                    .as("an order in the part that is kept")
                    .isEqualTo(200);
            assertThat(client.metric("orders.tail.size")).isLessThan(1024 * 1024);

            topic.movePositionToTheEnd();
            assertThat(client.get(UUID.randomUUID()).statusCode()).isEqualTo(404);
            assertThat(client.post(2, KEY, key).statusCode())
                    .as("the refused order was not appended")
                    .isEqualTo(201);
        }
    }
}
