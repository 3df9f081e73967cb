package io.ordersync.system.chaos.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The methods that a process with {@link ClockAgent} calls instead of those of the JDK. */
public final class ShiftedClock {

    private static volatile Duration shift = Duration.ZERO;

    private ShiftedClock() {}

    static void shiftBy(Duration time) {
        shift = time;
    }

    public static long currentTimeMillis() {
        return System.currentTimeMillis() + shift.toMillis();
    }

    public static Instant now() {
        return Instant.now().plus(shift);
    }

    public static Clock systemUTC() {
        return Clock.offset(Clock.systemUTC(), shift);
    }
}
