package io.ordersync.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class OutageLogTests {

    private static final Instant NOW = Instant.parse("2026-03-29T02:30:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<String> lines = new ArrayList<>();
    private final Logger logger = (Logger) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, args) -> {
                String text = Stream.of(args).skip(1).map(String::valueOf).reduce((String) args[0], this::fillIn);
                lines.add(method.getName() + " " + text);
                return null;
            });

    private final OutageLog outage = OutageLog.warningOnce(logger, clock);

    @Test
    void warnsOncePerOutage() {
        outage.failed("connection refused");
        outage.failed("no answer");
        outage.ended("works");
        outage.failed("no answer");
        assertThat(lines)
                .containsExactly(
                        "warn connection refused", "debug no answer", "info works after 0 s", "warn no answer");
    }

    @Test
    void warnsAgainWhenTheCauseChanges() {
        OutageLog perCause = OutageLog.warningPerCause(logger, clock);
        perCause.failed("conn=1 refused at 2026-03-29T02:30:00Z");
        perCause.failed("conn=2 refused at 2026-03-29 02:31:00.5");
        perCause.failed("no answer");
        assertThat(lines).extracting(line -> line.split(" ")[0]).containsExactly("warn", "debug", "warn");
    }

    @Test
    void logsTheEndOnce() {
        outage.ended("works");
        assertThat(lines).isEmpty();
        outage.failed("no answer", NOW.minusSeconds(12));
        assertThat(outage.isOngoing()).isTrue();
        outage.ended("works");
        outage.ended("works");
        assertThat(outage.isOngoing()).isFalse();
        assertThat(lines).containsExactly("warn no answer", "info works after 12 s");
    }

    @Test
    void beginsWhenTheFirstFailedAttemptBegan() {
        assertThat(outage.total()).isZero();
        outage.failed("no answer", NOW.minusSeconds(30));
        outage.failed("no answer", NOW.minusSeconds(7));
        assertThat(outage.total()).isEqualTo(Duration.ofSeconds(30));
        outage.ended("works");
        assertThat(outage.isOngoing()).isFalse();
        assertThat(outage.total()).isEqualTo(Duration.ofSeconds(30));
    }

    private String fillIn(String format, String value) {
        int place = format.indexOf("{}");
        return format.substring(0, place) + value + format.substring(place + 2);
    }
}
