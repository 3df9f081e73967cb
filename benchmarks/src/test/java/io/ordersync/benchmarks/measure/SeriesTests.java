package io.ordersync.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTests {

    @Test
    void medianOfAnOddNumberIsTheMiddleValue() {
        assertThat(new Series(List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5);
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleValues() {
        assertThat(new Series(List.of(9.0, 1.0, 5.0, 6.0)).median()).isEqualTo(5.5);
    }

    @Test
    void minAndMaxAreTheLowestAndTheHighestValue() {
        Series series = new Series(List.of(9.0, 1.0, 5.0));
        assertThat(series.min()).isEqualTo(1);
        assertThat(series.max()).isEqualTo(9);
    }

    @Test
    void rejectsASeriesWithoutValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Series(List.of()));
    }
}
