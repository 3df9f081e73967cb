package io.ordersync.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinlogConnectionTests {

    private long now = Long.MAX_VALUE - 1; // a clock that counts from anywhere may overflow
    private Optional<BinlogState> state = Optional.empty();
    private final BinlogConnection connection = new BinlogConnection(() -> state, () -> now);

    @Test
    void isNotLostBeforeItWasThere() {
        assertThat(connection.isLost(false)).isFalse();
        state = Optional.of(new BinlogState(false, 0));
        assertThat(connection.isLost(false)).isFalse();
    }

    @Test
    void isLostAsSoonAsItIsAway() {
        state = Optional.of(new BinlogState(true, 0));
        assertThat(connection.isLost(false)).isFalse();
        state = Optional.of(new BinlogState(false, 0));
        assertThat(connection.isLost(false)).isTrue();
    }

    @Test
    void isNotLostWhileThereIsSomethingToHandOn() {
        state = Optional.of(new BinlogState(true, 0));
        connection.isLost(false);
        state = Optional.of(new BinlogState(false, 0));
        assertThat(connection.isLost(true)).isFalse();
    }

    @Test
    void isLostWhenTheServerIsSilent() {
        elapse(31);
        state = Optional.of(new BinlogState(true, 29_000));
        assertThat(connection.isLost(false)).isFalse();
        state = Optional.of(new BinlogState(true, 31_000));
        assertThat(connection.isLost(false)).isTrue();
    }

    /** As while the broker is away: the source does not read on before it has handed on what it has. */
    @Test
    void isNotLostWhenNothingWasReadBecauseNothingCouldBeHandedOn() {
        elapse(600);
        connection.isLost(true);
        elapse(1);
        state = Optional.of(new BinlogState(true, 601_000));
        assertThat(connection.isLost(false)).isFalse();
    }

    private void elapse(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }
}
