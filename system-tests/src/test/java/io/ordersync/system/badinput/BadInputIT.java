package io.ordersync.system.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Invalid requests are refused, invalid records become dead letters, and valid orders still go through.
 * {@code -Dbad-input.seed=SEED} repeats a run; the message of a failure names its seed.
 */
@ExtendWith(OrderSystemExtension.class)
class BadInputIT {

    private static final int REQUESTS = 10_000;
    private static final int LARGE_REQUESTS = 40;
    private static final int UNFINISHED_REQUESTS = 40;
    private static final int RECORDS = 10_000;
    private static final int CLIENTS = 8;
    private static final int PATIENCE_MILLIS = 30_000;

    /** Allows for caches that fill up, but not for 2 KB that every request leaves behind. */
    private static final long SOME_MEGABYTES = 20_000_000;

    private static final Duration MINUTES = Duration.ofMinutes(3);

    private static final long SEED = Long.getLong("bad-input.seed", System.nanoTime());

    private final OrderSystem system;

    BadInputIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void answersNoInvalidRequestWith500() throws Exception {
        long threads = threads();
        long heap = JvmHeap.bytesOf(system.stack().orderService(1));
        List<Socket> unfinished = new ArrayList<>();
        Map<Integer, Long> answers;
        try {
            HostileRequests requests = new HostileRequests(
                    new Random(SEED), system.stack().tokens().bearer("bad", "orders-admin"));
            for (int i = 0; i < UNFINISHED_REQUESTS; i++) {
                unfinished.add(send(requests.unfinished()));
            }
            answers = answersTo(Stream.concat(
                            Stream.generate(requests::next).limit(REQUESTS),
                            Stream.generate(requests::large).limit(LARGE_REQUESTS))
                    .toList());
        } finally {
            for (Socket socket : unfinished) {
                socket.close();
            }
        }
        assertThat(answers.keySet())
                .as("answers %s, seed %d", answers, SEED)
                .allMatch(status -> status < 500 || status == 501 || status == 503); // 501: RFC 9112, 6.1
        assertThat(answers.getOrDefault(400, 0L)).as("answers %s", answers).isGreaterThan(REQUESTS / 4);
        assertThat(threads()).as("threads of a pool of 50").isLessThan(threads + 60);
        assertThat(JvmHeap.bytesOf(system.stack().orderService(1)))
                .as("bytes on the heap")
                .isLessThan(heap + SOME_MEGABYTES);
        assertThatOrdersGoOn();
    }

    @Test
    void makesEveryInvalidRecordADeadLetter() throws Exception {
        String product = system.newProduct(1000, 10);
        long heap = heapOfCatalogServices();
        InvalidRecords records = new InvalidRecords(new Random(SEED), product);
        Map<String, byte[]> sent = new HashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            Map.Entry<String, byte[]> record = records.next();
            sent.put(record.getKey(), record.getValue());
        }

        system.topic().appendAll(sent);

        system.topic().awaitConsumedBy("catalog-service", MINUTES);
        system.topic().awaitConsumedBy("connect-orders-sink", MINUTES);
        Map<String, Long> letters = system.topic().letters(Topics.ORDERS_DLT).stream()
                .filter(letter -> letter.key() != null)
                .collect(groupingBy(letter -> new String(letter.key(), UTF_8), counting()));
        assertThat(sent.entrySet().stream()
                        .filter(record -> letters.getOrDefault(record.getKey(), 0L) != 1)
                        .map(record ->
                                letters.get(record.getKey()) + " letters: " + new String(record.getValue(), UTF_8))
                        .limit(3))
                .as("records without exactly one dead letter, seed %d", SEED)
                .isEmpty();
        Set<UUID> rows = system.tables().orders().keySet();
        assertThat(sent.entrySet().stream()
                        .filter(record -> rows.contains(UUID.fromString(record.getKey())))
                        .map(record -> new String(record.getValue(), UTF_8))
                        .limit(3))
                .as("records that became a row, seed %d", SEED)
                .isEmpty();
        assertThat(system.tables().stockOf(product)).isEqualTo(10);
        assertThat(heapOfCatalogServices()).as("bytes on both heaps").isLessThan(heap + SOME_MEGABYTES);
        assertThatOrdersGoOn();
    }

    /** These fields concern the sink alone: the table has no place for them, or their schema does not fit their value. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"fields\":[ | \"fields\":[{\"type\":\"int32\",\"optional\":true,\"field\":\"QTY\"},",
                "\"fields\":[ | \"fields\":[{\"type\":\"int32\",\"optional\":true,\"field\":\"no such column \"},",
                "\"field\":\"user_id\" | \"field\":\"user_id\",\"name\":\"io.debezium.time.ZonedTimestamp\"",
                "\"field\":\"user_id\" | \"field\":\"user_id\",\"name\":\"io.debezium.data.Bits\""
            })
    void refusesOnlyTheRecordThatTheTableCannotHold(String part, String replacement) throws Exception {
        String product = system.newProduct(1000, 10);
        UUID before = system.orders(1).place("user-1", product, 1, 1000);
        OrderRecord order = new InvalidRecords(new Random(SEED), product).order(UUID.randomUUID());
        String value = new String(OrderEnvelope.write(order), UTF_8).replace(part, replacement);

        system.topic().append(order.orderId().toString(), value.getBytes(UTF_8));

        system.awaitDecided(List.of(before));
        system.topic().awaitConsumedBy("connect-orders-sink", MINUTES);
        assertThat(system.topic().letters(Topics.ORDERS_SINK_DLQ).stream()
                        .filter(letter -> letter.key() != null
                                && new String(letter.key(), UTF_8)
                                        .equals(order.orderId().toString())))
                .as("dead letters of %s", value)
                .hasSize(1)
                .allSatisfy(letter -> assertThat(new String(
                                letter.headers()
                                        .lastHeader("__connect.errors.exception.message")
                                        .value(),
                                UTF_8))
                        .contains("topic orders, partition ", "offset ", "key " + order.orderId()));
        assertThatOrdersGoOn();
    }

    private long heapOfCatalogServices() throws Exception {
        return JvmHeap.bytesOf(system.stack().catalogService(1))
                + JvmHeap.bytesOf(system.stack().catalogService(2));
    }

    private void assertThatOrdersGoOn() throws Exception {
        String product = system.newProduct(1000, 10);
        system.awaitDecided(List.of(
                system.orders(1).place("user-1", product, 1, 1000),
                system.orders(2).place("user-1", product, 1, 1000)));
        assertThat(system.tables().stockOf(product)).isEqualTo(8);
        assertThat(system.stack().worker().connect(Duration.ofSeconds(30)).status("orders-sink"))
                .hasValueSatisfying(status -> assertThat(status.isRunning()).isTrue());
    }

    private long threads() {
        return system.orders(1)
                .getJson("/actuator/metrics/jvm.threads.live")
                .at("/measurements/0/value")
                .asLong();
    }

    private Map<Integer, Long> answersTo(List<byte[]> requests) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Integer>> calls = requests.stream()
                    .<Callable<Integer>>map(request -> () -> statusOf(request))
                    .toList();
            Map<Integer, Long> answers = new TreeMap<>();
            for (Future<Integer> answer : clients.invokeAll(calls)) {
                answers.merge(answer.get(), 1L, Long::sum);
            }
            return answers;
        } finally {
            clients.shutdownNow();
        }
    }

    /** Returns 0 if the server closed the connection without an answer. A time-out fails the test. */
    private int statusOf(byte[] request) throws IOException {
        try (Socket socket = send(request)) {
            socket.shutdownOutput();
            String line = firstLine(socket.getInputStream());
            return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : 0;
        } catch (SocketException refusedWhileSending) {
            return 0;
        }
    }

    private static String firstLine(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answer.read(); next > 0 && next != '\r'; next = answer.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private Socket send(byte[] request) throws IOException {
        URI service = URI.create(system.stack().orderService(1).url());
        Socket socket = new Socket(service.getHost(), service.getPort());
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            return socket;
        } catch (SocketException e) {
            socket.close();
            throw e;
        }
    }
}
