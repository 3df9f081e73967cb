package io.ordersync.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTests {

    @Test
    void percentilesAreNearestRanksInMilliseconds() {
        Latencies latencies = new Latencies();
        IntStream.rangeClosed(1, 100).forEach(millis -> latencies.add(millis * 1_000_000L));
        assertThat(latencies.percentile(0.5)).isEqualTo(50);
        assertThat(latencies.percentile(0.99)).isEqualTo(99);
        assertThat(latencies.percentile(1)).isEqualTo(100);
    }
}
