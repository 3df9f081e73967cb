package io.ordersync.connect.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinlogConnectionTests {

    private long now = Long.MAX_VALUE - 1; // System.nanoTime() may overflow
    private Optional<BinlogState> state = Optional.empty();
    private final BinlogConnection connection = new BinlogConnection(() -> state, () -> now);

    @Test
    void isNotLostBeforeTheFirstConnection() {
        assertThat(connection.isLost(false)).isFalse();
        state = Optional.of(new BinlogState(false, 0));
        assertThat(connection.isLost(false)).isFalse();
    }

    @Test
    void isLostWhenTheSourceIsDisconnected() {
        state = Optional.of(new BinlogState(true, 0));
        assertThat(connection.isLost(false)).isFalse();
        state = Optional.of(new BinlogState(false, 0));
        assertThat(connection.isLost(false)).isTrue();
    }

    @Test
    void isNotLostWhileThePollReturnsRecords() {
        state = Optional.of(new BinlogState(true, 0));
        connection.isLost(false);
        state = Optional.of(new BinlogState(false, 0));
        assertThat(connection.isLost(true)).isFalse();
    }

    @Test
    void isLostWhenTheServerSendsNoHeartbeats() {
        elapse(31);
        state = Optional.of(new BinlogState(true, 29_000));
        assertThat(connection.isLost(false)).isFalse();
        state = Optional.of(new BinlogState(true, 31_000));
        assertThat(connection.isLost(false)).isTrue();
    }

    /** For example during an outage of the broker: the source reads nothing until it has delivered its records. */
    @Test
    void isNotLostAfterADeliveryThatTookLong() {
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
