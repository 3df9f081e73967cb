package io.ordersync.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.measure.Unit;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ResultTableTests {

    @Test
    void showsMediansRatiosAndSpreads() {
        ResultRow row = ResultRow.of("sink", Unit.ROWS_PER_SECOND, series(60_000, 61_000, 70_000))
                .comparedWith(series(100_000, 122_000, 130_000), series(20_000, 30_500, 31_000))
                .withTarget("≥ 0.65 of the limit");

        assertThat(new ResultTable(List.of(row)).markdown()).isEqualTo("""
                        | stage | ours          | limit   | alternative | ratio to limit | ratio to alternative | spread                                          | to reach            |
                        | ----- | ------------- | ------- | ----------- | -------------- | -------------------- | ----------------------------------------------- | ------------------- |
                        | sink  | 61,000 rows/s | 122,000 | 30,500      | 0.50           | 2.00                 | 60,000–70,000 · 100,000–130,000 · 20,000–31,000 | ≥ 0.65 of the limit |
                        """);
    }

    @Test
    void leavesMissingFiguresEmpty() {
        ResultRow row = ResultRow.of("cost", Unit.MILLISECONDS, series(1.25));

        assertThat(new ResultTable(List.of(row)).markdown())
                .endsWith(
                        "| cost  | 1.3 ms |       |             |                |                      | 1.3–1.3 |          |\n");
    }

    @Test
    void leavesTheRatioToZeroEmpty() {
        ResultRow row = ResultRow.of("accept", Unit.MILLISECONDS, series(1)).comparedWith(series(0), series(2));

        assertThat(new ResultTable(List.of(row)).markdown()).contains("| 0.0   | 2.0         |                | 0.50 ");
    }

    private static Series series(double... rounds) {
        return new Series(DoubleStream.of(rounds).boxed().toList());
    }
}
