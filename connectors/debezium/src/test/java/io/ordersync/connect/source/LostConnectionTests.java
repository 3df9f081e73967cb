package io.ordersync.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LostConnectionTests {

    private static final long SECOND = 1_000_000_000;

    private final LostConnection connection = new LostConnection(Duration.ofSeconds(60));

    @Test
    void isNotGivenUpBeforeItWasThere() {
        assertThat(connection.isGivenUp(false, 0)).isFalse();
        assertThat(connection.isGivenUp(false, 3600 * SECOND)).isFalse();
    }

    @Test
    void isGivenUpAfterAWhile() {
        connection.isGivenUp(true, 5 * SECOND);
        assertThat(connection.isGivenUp(false, 65 * SECOND)).isFalse();
        assertThat(connection.isGivenUp(false, 66 * SECOND)).isTrue();
    }

    @Test
    void isNotGivenUpWhenItComesBack() {
        connection.isGivenUp(true, 0);
        connection.isGivenUp(false, 59 * SECOND);
        connection.isGivenUp(true, 61 * SECOND);
        assertThat(connection.isGivenUp(false, 120 * SECOND)).isFalse();
        assertThat(connection.isGivenUp(false, 122 * SECOND)).isTrue();
    }

    /** A clock that counts from anywhere may overflow. */
    @Test
    void countsAcrossAnOverflow() {
        connection.isGivenUp(true, Long.MAX_VALUE);
        assertThat(connection.isGivenUp(false, Long.MAX_VALUE + 59 * SECOND)).isFalse();
        assertThat(connection.isGivenUp(false, Long.MAX_VALUE + 61 * SECOND)).isTrue();
    }
}
