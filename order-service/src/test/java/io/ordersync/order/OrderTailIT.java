package io.ordersync.order;

import static io.ordersync.order.OrderClient.field;
import static io.ordersync.order.TopicWriter.pending;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.Generators;
import io.ordersync.contract.OrderFormat;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.spring.RealServers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * There is no sink, so the table lacks every order until a test moves the position of the table. The service writes plain
 * orders and the tests write envelopes, so the tail holds both forms.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"order-sync.wait.max-waiters=5", "order-sync.orders-topic.format=plain"})
@Import(RealServers.class)
class OrderTailIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String KEY = "Idempotency-Key";

    @Autowired
    private LocalStack stack;

    @LocalServerPort
    private int port;

    @Value("${order-sync.tail.interval}")
    private Duration interval;

    private OrderClient client;
    private TopicWriter topic;

    @BeforeEach
    void open() throws Exception {
        client = new OrderClient(port);
        topic = new TopicWriter(stack);
        topic.movePositionToTheEnd();
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAndCancelsAnOrderThatTheTableLacks(boolean keyed) {
        HttpResponse<String> placed =
                keyed ? client.post(2, KEY, UUID.randomUUID().toString()) : client.post(2);
        String id = field(placed, "orderId");

        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(client.get(id).body()).isEqualTo(placed.body());
        assertThat(client.delete(id).statusCode()).isEqualTo(202);
        HttpResponse<String> cancelling = client.get(id);
        assertThat(field(cancelling, "status")).isEqualTo("CANCELLING");
        assertThat(field(cancelling, "createdAt")).isEqualTo(field(placed, "createdAt"));
        assertThat(client.delete(id).body()).as("a repeated cancellation").isEqualTo(cancelling.body());
    }

    @Test
    void writesOrdersInTheFormOfTheSetting() {
        String id = field(client.post(2), "orderId");
        client.delete(id);

        assertThat(TopicContents.read(stack).valuesOf(id))
                .hasSize(2)
                .allSatisfy(value -> assertThat(value).asString(UTF_8).startsWith("{\"order_id\":"))
                .extracting(value -> OrderFormat.read(value).status())
                .containsExactly(OrderStatus.PENDING, OrderStatus.CANCELLING);
    }

    @Test
    void answersARepeatedKeyFromTheTail() {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> placed = client.post(2, KEY, key);

        HttpResponse<String> again = client.post(2, KEY, key);
        HttpResponse<String> other = client.post(3, KEY, key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(placed.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(field(other, "type")).endsWith("#idempotency-key-reused");
    }

    /** Whatever time an id holds: no clock tells whether there is an order. */
    @Test
    void answers404ForAnyMadeUpId() {
        Instant now = Instant.now();
        Stream.of(
                        UUID.randomUUID(),
                        Generators.nameBasedGenerator().generate("made up"),
                        Generators.timeBasedEpochGenerator().generate(),
                        timeOrdered(now.minusSeconds(86_400)),
                        timeOrdered(now.plusSeconds(86_400)))
                .forEach(id -> {
                    Instant before = Instant.now();
                    assertThat(client.get(id).statusCode()).isEqualTo(404);
                    assertThat(client.get(id, "Prefer", "wait=20").statusCode()).isEqualTo(404);
                    assertThat(client.delete(id).statusCode()).isEqualTo(404);
                    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, 0, 86_400})
    void findsAnOrderWhateverTimeItsIdHolds(long seconds) throws Exception {
        UUID id = timeOrdered(Instant.now().plusSeconds(seconds));
        topic.append(pending(id, 1));

        assertThat(client.get(id).statusCode()).isEqualTo(200);
        assertThat(client.delete(id).statusCode()).isEqualTo(202);
    }

    @Test
    void showsAnOutcomeOnceItIsCommitted() throws Exception {
        UUID order = UUID.randomUUID();
        OrderRecord request = pending(order, 1);
        topic.append(request);
        KafkaProducer<String, byte[]> transaction = topic.beginTransaction();
        try (transaction) {
            transaction.send(TopicWriter.record(null, request.become(OrderStatus.CONFIRMED, null, Instant.now())));
            transaction.flush();
            assertThat(field(client.get(order), "status")).isEqualTo("PENDING");
            transaction.commitTransaction();
            // The broker acknowledges a commit before it has written the markers of the transaction.
            await().atMost(SOON).until(() -> field(client.get(order), "status").equals("CONFIRMED"));

            transaction.beginTransaction();
            transaction.send(TopicWriter.record(null, request.become(OrderStatus.CANCELLED, null, Instant.now())));
            transaction.flush();
            assertThat(field(client.get(order), "status")).isEqualTo("CONFIRMED");
            transaction.abortTransaction();
            assertThat(field(client.get(order), "status")).isEqualTo("CONFIRMED");
        }
        assertThat(client.delete(order).statusCode()).isEqualTo(202);
    }

    /** An instance of catalog-service that was killed leaves such a transaction until its time-out. */
    @Test
    void findsAcknowledgedOrdersBehindAnOpenTransaction() throws Exception {
        KafkaProducer<String, byte[]> transaction = topic.beginTransaction();
        try (transaction) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                OrderRecord outcome = pending(UUID.randomUUID(), 1).become(OrderStatus.CONFIRMED, null, Instant.now());
                transaction.send(TopicWriter.record(partition, outcome)).get();
                assertThat(client.get(outcome.orderId()).statusCode())
                        .as("an outcome that is not committed and has no request")
                        .isEqualTo(404);
            }
            String key = UUID.randomUUID().toString();
            HttpResponse<String> unkeyed = client.post(2);
            HttpResponse<String> keyed = client.post(2, KEY, key);

            assertThat(client.get(field(unkeyed, "orderId")).body()).isEqualTo(unkeyed.body());
            assertThat(client.get(field(keyed, "orderId")).body()).isEqualTo(keyed.body());
            assertThat(client.post(3, KEY, key).statusCode()).isEqualTo(422);
            assertThat(client.delete(field(keyed, "orderId")).statusCode()).isEqualTo(202);
            transaction.abortTransaction();
            assertThat(client.get(field(unkeyed, "orderId")).body()).isEqualTo(unkeyed.body());
            assertThat(client.post(3, KEY, key).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void showsTheStateInTheTailOfAnOrderThatTheTableHas() throws Exception {
        OrderRecord confirmed = pending(UUID.randomUUID(), 1).become(OrderStatus.CONFIRMED, null, Instant.now());
        topic.insertRow(confirmed);
        topic.append(confirmed.become(OrderStatus.CANCELLING, null, Instant.now()));
        assertThat(field(client.get(confirmed.orderId()), "status")).isEqualTo("CANCELLING");

        topic.append(confirmed.become(OrderStatus.CANCELLED, null, Instant.now()));
        assertThat(field(client.get(confirmed.orderId()), "status")).isEqualTo("CANCELLED");
        assertThat(client.delete(confirmed.orderId()).statusCode()).isEqualTo(409);
    }

    /** The topic was deleted after the sink and before catalog-service had read the first request. */
    @Test
    void asksAgainForACancellationThatOnlyTheTableHas() throws Exception {
        OrderRecord cancelling = pending(UUID.randomUUID(), 1).become(OrderStatus.CANCELLING, null, Instant.now());
        topic.insertRow(cancelling);
        long before = topic.size();

        assertThat(client.delete(cancelling.orderId()).statusCode()).isEqualTo(202);
        assertThat(topic.size()).isEqualTo(before + 1);
        assertThat(client.delete(cancelling.orderId()).statusCode()).isEqualTo(202);
        assertThat(topic.size())
                .as("asked again while the table lacks the request")
                .isEqualTo(before + 1);
    }

    @Test
    void refusesToCancelAnOrderWhoseRejectionTheTableLacks() throws Exception {
        OrderRecord request = pending(UUID.randomUUID(), 1);
        topic.append(request);
        topic.append(request.become(OrderStatus.REJECTED, "OUT_OF_STOCK", Instant.now()));

        HttpResponse<String> refused = client.delete(request.orderId());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(field(refused, "orderStatus")).isEqualTo("REJECTED");
    }

    @Test
    void readsTheTopicFromThePositionOfTheTable() throws Exception {
        UUID refusedByTheTable = UUID.randomUUID();
        topic.append(pending(refusedByTheTable, 1));
        topic.movePositionToTheEnd();
        assertThat(client.get(refusedByTheTable).statusCode()).isEqualTo(404);
        UUID behindIt = UUID.randomUUID();
        topic.append(pending(behindIt, 1));
        assertThat(client.get(behindIt).statusCode()).isEqualTo(200);

        topic.movePosition("AAAAAAAAAAAAAAAAAAAAAA", 0);
        assertThat(client.get(refusedByTheTable).statusCode())
                .as("position in another topic of this name")
                .isEqualTo(200);
        topic.movePosition(null, 100);
        assertThat(client.get(refusedByTheTable).statusCode())
                .as("position behind the end")
                .isEqualTo(200);
    }

    @Test
    void tellsHowOldAListIs() throws Exception {
        await("an age that is known in time").atMost(SOON).until(() -> viewAge().isEmpty());
        topic.append(pending(UUID.randomUUID(), 1, Instant.now().minusSeconds(60)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                viewAge().filter(age -> !age.equals("unknown")).map(Integer::valueOf))
                        .hasValueSatisfying(age -> assertThat(age).isBetween(60, 120)));
        topic.movePositionToTheEnd();
        await().atMost(SOON).until(() -> viewAge().isEmpty());
    }

    @Test
    void answers503AboutTheTailWhileTheBrokerIsAway() throws Exception {
        HttpResponse<String> placed = client.post(1);
        assertThat(client.get(field(placed, "orderId")).statusCode()).isEqualTo(200);
        OrderRecord inTheTable = pending(UUID.randomUUID(), 1);
        topic.insertRow(inTheTable);
        double before503 = client.metric("orders.view.behind");
        stack.broker().freeze();
        try {
            assertThat(client.get(inTheTable.orderId()).statusCode())
                    .as("an order that the table has")
                    .isEqualTo(200);
            Instant before = Instant.now();
            HttpResponse<String> unknown = client.get(UUID.randomUUID());
            assertThat(unknown.statusCode()).isEqualTo(503);
            assertThat(field(unknown, "type")).endsWith("#view-behind");
            assertThat(client.post(1, KEY, UUID.randomUUID().toString()).statusCode())
                    .isEqualTo(503);
            assertThat(viewAge()).contains("unknown");
            assertThat(client.metric("orders.view.behind"))
                    .as("answers with 503")
                    .isEqualTo(before503 + 2);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(9));
        } finally {
            stack.broker().thaw();
        }
        await().atMost(SOON).until(() -> client.get(UUID.randomUUID()).statusCode() == 404);
        assertThat(client.get(field(placed, "orderId")).statusCode()).isEqualTo(200);
    }

    /** Without any decision, since there is no catalog-service, and beside a flood of made-up ids. */
    @Test
    void acceptsOneOfTwoOrdersThatRaceForAKey() {
        double reads = client.metric("orders.tail.reads");
        long begin = System.nanoTime();
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Integer>> flood =
                IntStream.range(0, 60).mapToObj(n -> askForMadeUpIds(over, 0)).toList();
        for (int round = 0; round < 40; round++) {
            String key = UUID.randomUUID().toString();
            List<CompletableFuture<HttpResponse<String>>> race =
                    List.of(client.postAsync(1 + round % 2, KEY, key), client.postAsync(2 - round % 2, KEY, key));
            List<HttpResponse<String>> answers =
                    race.stream().map(CompletableFuture::join).toList();

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .as("round %d", round)
                    .containsExactlyInAnyOrder(201, 422);
            HttpResponse<String> taken = answers.get(answers.get(0).statusCode() == 201 ? 0 : 1);
            assertThat(field(client.get(field(taken, "orderId")), "qty")).isEqualTo(field(taken, "qty"));
        }
        over.set(true);
        assertThat(flood.stream().mapToInt(CompletableFuture::join).sum())
                .as("made-up ids, each answered with 404")
                .isGreaterThan(500);
        double intervals = Duration.ofNanos(System.nanoTime() - begin).toMillis() / (double) interval.toMillis();
        assertThat(client.metric("orders.tail.reads") - reads).isLessThan(intervals + 1);
    }

    @Test
    void waitsForTheDecisionOfDifferentOrdersWithAKeyInTwoPartitions() throws Exception {
        String key = UUID.randomUUID().toString();
        UUID id = new OrderIds().of("user-1", new IdempotencyKey(key));
        topic.append(0, pending(id, 1));
        topic.append(1, pending(id, 2));

        assertThat(List.of(client.post(1, KEY, key), client.post(2, KEY, key)))
                .allMatch(answer ->
                        answer.statusCode() == 503 && field(answer, "type").endsWith("#view-behind"));
        topic.append(0, pending(id, 2).become(OrderStatus.CONFIRMED, null, Instant.now()));
        assertThat(client.post(1, KEY, key).statusCode()).isEqualTo(422);
        assertThat(client.post(2, KEY, key).statusCode()).isEqualTo(201);
    }

    @Test
    void findsOrdersInPartitionsThatWereJustAdded() throws Exception {
        int more = topic.partitions() + 2;
        assertThat(client.get(UUID.randomUUID()).statusCode()).isEqualTo(404);
        topic.addPartitions(more);
        UUID order = UUID.randomUUID();
        await().atMost(Duration.ofSeconds(10)).until(() -> topic.partitions() == more);
        topic.append(more - 1, pending(order, 1));

        assertThat(client.get(order).statusCode()).isEqualTo(200);
        for (int n = 0; n < 30; n++) { // some of them in the new partitions
            String key = UUID.randomUUID().toString();
            assertThat(client.post(1, KEY, key).statusCode()).isEqualTo(201);
            assertThat(client.post(2, KEY, key).statusCode()).isEqualTo(422);
        }
    }

    /** Waiting requests take the places of no other requests, and a request that finds no place does not wait. */
    @Test
    void answersOtherRequestsWhileNoMoreRequestsMayWait() {
        String pending = field(client.post(1), "orderId");
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            fill(waiting, pending);
            return !isApplied(client.get(pending, "Prefer", "wait=1"));
        });

        HttpResponse<String> placed = client.post(1, "Prefer", "wait=15");
        HttpResponse<String> keyed = client.post(1, KEY, UUID.randomUUID().toString(), "Prefer", "wait=15");
        HttpResponse<String> unknown = client.get(UUID.randomUUID(), "Prefer", "wait=15");

        assertThat(List.of(placed, keyed))
                .allMatch(answer -> answer.statusCode() == 201)
                .noneMatch(OrderTailIT::isApplied);
        assertThat(client.get(field(keyed, "orderId")).statusCode()).isEqualTo(200);
        assertThat(client.delete(field(placed, "orderId")).statusCode()).isEqualTo(202);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(waiting).as("requests that still wait").noneMatch(CompletableFuture::isDone);
        assertThat(waiting.stream().map(CompletableFuture::join))
                .allMatch(OrderTailIT::isApplied)
                .allMatch(answer -> answer.statusCode() == 200);
    }

    /** Makes five requests wait. One that found no place, since another request had it for a moment, is repeated. */
    private void fill(List<CompletableFuture<HttpResponse<String>>> waiting, String order) {
        waiting.removeIf(CompletableFuture::isDone);
        while (waiting.size() < 5) {
            waiting.add(client.getAsync("/orders/" + order, "Prefer", "wait=15"));
        }
    }

    /** Asks for one id after another, and returns how many were asked for. */
    private CompletableFuture<Integer> askForMadeUpIds(AtomicBoolean over, int asked) {
        return client.getAsync("/orders/" + UUID.randomUUID()).thenCompose(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            return over.get() ? CompletableFuture.completedFuture(asked + 1) : askForMadeUpIds(over, asked + 1);
        });
    }

    private Optional<String> viewAge() {
        return client.list().headers().firstValue("View-Age");
    }

    private static boolean isApplied(HttpResponse<String> answer) {
        return answer.headers().firstValue("Preference-Applied").isPresent();
    }

    private static UUID timeOrdered(Instant at) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        return new UUID(at.toEpochMilli() << 16 | id.getMostSignificantBits() & 0xffff, id.getLeastSignificantBits());
    }
}
