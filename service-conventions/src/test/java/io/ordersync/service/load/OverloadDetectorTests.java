package io.ordersync.service.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverloadDetectorTests {

    private int length;
    private long now = Long.MAX_VALUE - 1; // the clock may begin anywhere and overflow
    private final OverloadDetector queue = new OverloadDetector(() -> length, 50, () -> now);

    @Test
    void takesALongQueueForABurstAtFirst() {
        assertThat(standsAfter(Duration.ZERO, 1_000)).isFalse();
        assertThat(standsAfter(Duration.ofMillis(999), 1_000)).isFalse();
    }

    @Test
    void reportsOverloadWhenTheQueueWasLongForASecond() {
        standsAfter(Duration.ZERO, 51);
        assertThat(standsAfter(Duration.ofMillis(1001), 51)).isTrue();
    }

    @Test
    void reportsNoOverloadAfterTheQueueWasShort() {
        standsAfter(Duration.ZERO, 51);
        standsAfter(Duration.ofSeconds(2), 51);
        assertThat(standsAfter(Duration.ofMillis(1), 50)).isFalse();
        assertThat(standsAfter(Duration.ofMillis(1), 51)).isFalse();
        assertThat(standsAfter(Duration.ofSeconds(2), 51)).isTrue();
    }

    @Test
    void doesNotCountTheTimeInWhichNothingCame() {
        standsAfter(Duration.ZERO, 0);
        assertThat(standsAfter(Duration.ofHours(1), 1_000)).isFalse();
    }

    private boolean standsAfter(Duration time, int waiting) {
        now += time.toNanos();
        length = waiting;
        return queue.isOverloaded();
    }
}
