package io.ordersync.system.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.Topics;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.ServiceClient;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in, as requests or straight on the topic, is refused or put aside, and orders go on.
 * {@code -Dbad-input.seed=SEED} sends the same again; the seed of a failure is in its message.
 */
class BadInputIT {

    private static final int REQUESTS = 10_000;
    private static final int LARGE_REQUESTS = 40;
    private static final int UNFINISHED_REQUESTS = 40;
    private static final int RECORDS = 10_000;
    private static final int CLIENTS = 8;
    private static final int PATIENCE_MILLIS = 30_000;

    /** Caches fill; one of 2 KB that every request left behind would not fit. */
    private static final long SOME_MEGABYTES = 20_000_000;

    private static final Duration MINUTES = Duration.ofMinutes(3);

    private static final long SEED = Long.getLong("bad-input.seed", System.nanoTime());

    private static OrderSystem shop;

    @BeforeAll
    static void open() {
        shop = OrderSystem.open("bad-input");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void answersNoRequestWithAFaultOfItsOwn() throws Exception {
        long threads = threads();
        long heap = JvmHeap.bytesOf(shop.stack().orderService(1));
        List<Socket> unfinished = new ArrayList<>();
        Map<Integer, Long> answers;
        try {
            HostileRequests requests = new HostileRequests(new Random(SEED));
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
        assertThat(JvmHeap.bytesOf(shop.stack().orderService(1)))
                .as("bytes on the heap")
                .isLessThan(heap + SOME_MEGABYTES);
        assertThatOrdersGoOn();
    }

    @Test
    void putsEveryRecordAsideThatIsNoOrder() throws Exception {
        String product = shop.newProduct(1000, 10);
        long heap = heapOfCatalogServices();
        InvalidRecords records = new InvalidRecords(new Random(SEED), product);
        Map<String, byte[]> sent = new HashMap<>();
        for (int i = 0; i < RECORDS; i++) {
            Map.Entry<String, byte[]> record = records.next();
            sent.put(record.getKey(), record.getValue());
        }

        shop.topic().appendAll(sent);

        shop.topic().awaitConsumedBy("catalog-service", MINUTES);
        shop.topic().awaitConsumedBy("connect-orders-sink", MINUTES);
        Map<String, Long> letters = shop.topic().read(Topics.ORDERS_DLT).stream()
                .filter(letter -> letter.key() != null)
                .collect(groupingBy(letter -> new String(letter.key(), UTF_8), counting()));
        assertThat(sent.entrySet().stream()
                        .filter(record -> letters.getOrDefault(record.getKey(), 0L) != 1)
                        .map(record ->
                                letters.get(record.getKey()) + " letters: " + new String(record.getValue(), UTF_8))
                        .limit(3))
                .as("not put aside once, seed %d", SEED)
                .isEmpty();
        Set<UUID> rows = shop.tables().orders().keySet();
        assertThat(sent.entrySet().stream()
                        .filter(record -> rows.contains(UUID.fromString(record.getKey())))
                        .map(record -> new String(record.getValue(), UTF_8))
                        .limit(3))
                .as("became a row, seed %d", SEED)
                .isEmpty();
        assertThat(shop.tables().stockOf(product)).isEqualTo(10);
        assertThat(heapOfCatalogServices()).as("bytes on both heaps").isLessThan(heap + SOME_MEGABYTES);
        assertThatOrdersGoOn();
    }

    private long heapOfCatalogServices() throws Exception {
        return JvmHeap.bytesOf(shop.stack().catalogService(1))
                + JvmHeap.bytesOf(shop.stack().catalogService(2));
    }

    private void assertThatOrdersGoOn() {
        String product = shop.newProduct(1000, 10);
        shop.awaitDecided(List.of(
                shop.orders(1).place("user-1", product, 1, 1000), shop.orders(2).place("user-1", product, 1, 1000)));
        assertThat(shop.tables().stockOf(product)).isEqualTo(8);
        assertThat(new ServiceClient(shop.stack().worker().url())
                        .getJson("/connectors/orders-sink/status")
                        .findValuesAsString("state"))
                .containsOnly("RUNNING");
    }

    private long threads() {
        return shop.orders(1)
                .getJson("/actuator/metrics/jvm.threads.live")
                .at("/measurements/0/value")
                .asLong();
    }

    private static Map<Integer, Long> answersTo(List<byte[]> requests) throws Exception {
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

    /** 0 if the connection was closed without an answer; waiting in vain for either is a failure. */
    private static int statusOf(byte[] request) throws IOException {
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

    private static Socket send(byte[] request) throws IOException {
        URI service = URI.create(shop.stack().orderService(1).url());
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
