package io.ordersync.benchmarks.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.benchmarks.measure.Latencies;
import io.ordersync.benchmarks.measure.OpenLoop;
import io.ordersync.benchmarks.servers.BenchmarkServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The time from the insert of a row to its record at a consumer, while a few rows are inserted at a steady rate: p50 in ms. */
record TrickleLatency(RowSource source, BenchmarkServers servers, OpenLoop load) implements Candidate {

    static final int PAUSE_MILLIS = 20;

    private static final String FIELD = "\"sent_nanos\":";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public double measure() throws Exception {
        new SourceTable(servers.database()).create();
        ExecutorService consumption = Executors.newSingleThreadExecutor();
        try (Connection connection = servers.database().connect("root");
                PreparedStatement insert = SourceTable.prepareInsert(connection);
                RowTopic topic = source.createTopic();
                AutoCloseable reading = source.start(topic, PAUSE_MILLIS)) {
            awaitFirstRow(insert, topic);
            try (KafkaConsumer<byte[], byte[]> consumer = topic.consumeNew()) {
                Future<Latencies> latencies = consumption.submit(() -> consume(consumer));
                load.run((number, due) -> SourceTable.insert(insert, number, due));
                return latencies.get().percentile(0.5);
            }
        } finally {
            consumption.shutdownNow();
        }
    }

    private static void awaitFirstRow(PreparedStatement insert, RowTopic topic) throws Exception {
        SourceTable.insert(insert, -1, 0);
        topic.await(1);
    }

    private Latencies consume(KafkaConsumer<byte[], byte[]> consumer) {
        Latencies latencies = new Latencies();
        long deadline = System.nanoTime()
                + TIMEOUT.toNanos()
                + Duration.ofSeconds(load.seconds()).toNanos();
        while (latencies.count() < load.steps()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "only %d of %d rows arrived".formatted(latencies.count(), load.steps()));
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                latencies.add(System.nanoTime() - sentNanos(record.value()));
            }
        }
        return latencies;
    }

    private static long sentNanos(byte[] value) {
        String json = new String(value, UTF_8);
        int from = json.lastIndexOf(FIELD) + FIELD.length();
        int to = from;
        while (Character.isDigit(json.charAt(to)) || json.charAt(to) == '-') {
            to++;
        }
        return Long.parseLong(json.substring(from, to));
    }
}
