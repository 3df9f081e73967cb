package io.ordersync.connect.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final HandSetClock clock = new HandSetClock();
    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), clock);

    @Test
    void doublesUpToItsBound() {
        assertThat(backoff.recordAttempt()).hasSeconds(1);
        assertThat(backoff.recordAttempt()).hasSeconds(2);
        assertThat(backoff.recordAttempt()).hasSeconds(4);
        assertThat(backoff.recordAttempt()).hasSeconds(5);
        assertThat(backoff.recordAttempt()).hasSeconds(5);
    }

    @Test
    void isDueWhenThePauseIsOver() {
        assertThat(backoff.isDue()).isTrue();
        backoff.recordAttempt();
        assertThat(backoff.isDue()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(backoff.isDue()).isTrue();
    }

    @Test
    void startsOverOnlyAfterALongHealthyTime() {
        backoff.recordAttempt();
        backoff.recordAttempt();
        backoff.recordHealth();
        assertThat(backoff.recordAttempt()).hasSeconds(4);
        clock.advance(Duration.ofSeconds(10));
        backoff.recordHealth();
        assertThat(backoff.recordAttempt()).hasSeconds(1);
    }
}
