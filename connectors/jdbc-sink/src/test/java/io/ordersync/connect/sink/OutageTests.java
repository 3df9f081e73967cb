package io.ordersync.connect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OutageTests {

    private final Outage outage = new Outage(
            DatabaseUrl.parse("jdbc:mariadb://db/shop"),
            Clock.fixed(Instant.parse("2026-03-29T02:30:00Z"), ZoneOffset.UTC));

    @Test
    void beginsWhenTheAttemptBeganThatFailed() {
        assertThat(outage.totalMillis()).isZero();
        outage.continues(new TableName(null, "items"), new SQLException("no answer"), Duration.ofSeconds(30));
        outage.continues(new TableName(null, "items"), new SQLException("no answer"), Duration.ofSeconds(7));
        assertThat(outage.totalMillis()).isEqualTo(30_000);
        outage.ends();
        assertThat(outage.isOn()).isFalse();
        assertThat(outage.totalMillis()).isEqualTo(30_000);
    }
}
