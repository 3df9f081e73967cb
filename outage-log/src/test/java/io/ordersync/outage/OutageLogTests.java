package io.ordersync.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

class OutageLogTests {

    private static final Instant NOW = Instant.parse("2026-03-29T02:30:00Z");

    private final SettableClock clock = new SettableClock();
    private final List<String> lines = new ArrayList<>();
    private final Logger logger = (Logger) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, args) -> {
                String text = Stream.of(args).skip(1).map(String::valueOf).reduce((String) args[0], this::fillIn);
                lines.add(method.getName() + " " + text);
                return null;
            });

    private final OutageLog outage = new OutageLog(logger, clock);

    @Test
    void warnsOncePerCause() {
        outage.failed("connection refused");
        outage.failed("connection refused");
        outage.failed("read-only");
        outage.failed("read-only");
        outage.ended("works");
        outage.failed("read-only");
        assertThat(lines)
                .containsExactly(
                        "warn connection refused",
                        "debug connection refused",
                        "warn read-only",
                        "debug read-only",
                        "info works after 0 s",
                        "warn read-only");
    }

    @Test
    void warnsAgainWhenAnEarlierCauseComesBack() {
        outage.failed("connection refused");
        outage.failed("read-only");
        outage.failed("connection refused");
        assertThat(warnings()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "conn=1 refused at 2026-03-29T02:30:00Z, conn=2 refused at 2026-03-29 02:31:00.5",
        "no answer within 30 s, no answer within 31 s",
        "timed out after 30000 ms, timed out after 30017ms",
        "correlationId=7: disconnected, correlationId=8: disconnected",
        "Socket@1f2e3d closed, Socket@aa2e3d closed",
        "'Call(callName=list, deadlineMs=1774751400007, tries=1, nextAllowedTryMs=-1) timed out at 1774751400007',"
                + "'Call(callName=list, deadlineMs=1774751405011, tries=2, nextAllowedTryMs=7) timed out at 1774751405011'",
        "'request timed out after 30005ms (total=0, active=0)', 'request timed out after 30001ms (total=1, active=1)'",
        "member 3f2b6c1e-0000-4000-8000-0123456789ab left, member 4f2b6c1e-0000-4000-8000-0123456789ab left"
    })
    void ignoresWhatChangesWithEachAttempt(String first, String second) {
        outage.failed(first);
        outage.failed(second);
        assertThat(warnings()).containsExactly("warn " + first);
    }

    @ParameterizedTest
    @CsvSource({
        "Table shop1 is missing, Table shop2 is missing",
        "[error 1290], [error 1142]",
        "no connection to port 3306, no connection to port 3307"
    })
    void numbersThatNameThingsAreParts(String first, String second) {
        outage.failed(first);
        outage.failed(second);
        assertThat(warnings()).hasSize(2);
    }

    @Test
    void warnsRarelyWhileCausesAlternate() {
        for (int second = 0; second < 24 * 3600; second++) {
            outage.failed(second % 2 == 0 ? "connection refused" : "read-only");
            clock.now = clock.now.plusSeconds(1);
        }
        assertThat(warnings()).hasSizeBetween(25, 40);

        clock.now = clock.now.plus(Duration.ofHours(1));
        outage.failed("disk full");
        assertThat(lines).last().isEqualTo("warn disk full");
    }

    @Test
    void hasTheLastFailureUntilItEnds() {
        assertThat(outage.lastFailure()).isEmpty();
        outage.failed("no answer", NOW.minusSeconds(12));
        outage.failed("read-only");
        assertThat(outage.lastFailure()).contains("read-only");
        assertThat(outage.begin()).contains(NOW.minusSeconds(12));
        outage.ended("works");
        assertThat(outage.lastFailure()).isEmpty();
        assertThat(outage.begin()).isEmpty();
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
        assertThat(outage.current()).isEqualTo(Duration.ofSeconds(30));
        outage.ended("works");
        assertThat(outage.isOngoing()).isFalse();
        assertThat(outage.total()).isEqualTo(Duration.ofSeconds(30));
        assertThat(outage.current()).isZero();
    }

    private List<String> warnings() {
        return lines.stream().filter(line -> line.startsWith("warn")).toList();
    }

    private String fillIn(String format, String value) {
        int place = format.indexOf("{}");
        return format.substring(0, place) + value + format.substring(place + 2);
    }

    private static final class SettableClock extends Clock {

        Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
