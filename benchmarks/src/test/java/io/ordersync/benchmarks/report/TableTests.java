package io.ordersync.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.benchmarks.measure.Row;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.measure.Unit;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void showsMediansRatiosAndSpreads() {
        Row row = Row.of("sink", Unit.ROWS_PER_SECOND, series(60_000, 61_000, 70_000))
                .beside(series(100_000, 122_000, 130_000), series(20_000, 30_500, 31_000))
                .toReach("≥ 0.65 of the limit");

        assertThat(new Table(List.of(row)).markdown()).isEqualTo("""
                        | stage | ours          | limit   | alternative | ratio to limit | ratio to alternative | spread                                          | to reach            |
                        | ----- | ------------- | ------- | ----------- | -------------- | -------------------- | ----------------------------------------------- | ------------------- |
                        | sink  | 61,000 rows/s | 122,000 | 30,500      | 0.50           | 2.00                 | 60,000–70,000 · 100,000–130,000 · 20,000–31,000 | ≥ 0.65 of the limit |
                        """);
    }

    @Test
    void leavesEmptyWhatWasNotMeasured() {
        Row row = Row.of("way", Unit.MILLISECONDS, series(1.25));

        assertThat(new Table(List.of(row)).markdown())
                .endsWith(
                        "| way   | 1.3 ms |       |             |                |                      | 1.3–1.3 |          |\n");
    }

    @Test
    void givesNoRatioToZero() {
        Row row = Row.of("accept", Unit.MILLISECONDS, series(1)).beside(series(0), series(2));

        assertThat(new Table(List.of(row)).markdown()).contains("| 0.0   | 2.0         |                | 0.50 ");
    }

    private static Series series(double... rounds) {
        return new Series(DoubleStream.of(rounds).boxed().toList());
    }
}
