package io.ordersync.connect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.connect.source.testing.SourceConfigs;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcSourceConnectorTests {

    private static final Map<String, String> PARTITION = new TreeMap<>(Map.of("database", "shop", "table", "items"));

    private final JdbcSourceConnector connector = new JdbcSourceConnector();

    @ParameterizedTest
    @CsvSource({"'a', 3, 1", "'a,b,c', 2, 2", "'a,b,c', 9, 3", "'a.*', 4, 4", ", 4, 4"})
    void hasNoMoreTasksThanTables(String tables, int max, int count) {
        connector.start(SourceConfigs.with("table.whitelist", tables));
        assertThat(connector.taskConfigs(max)).hasSize(count);
    }

    @Test
    void acceptsOffsetsThatATaskCanContinueFrom() {
        assertThat(alter(Map.of("incrementing", 5L, "gaps", "1764316800000:3"))).isTrue();
        assertThat(alter(Map.of("incrementing", "18446744073709551615"))).isTrue();
        assertThat(alter(Map.of("timestamp", "2026-03-29 02:30:00.5", "key.id", "7")))
                .isTrue();
        assertThat(alter(null)).isTrue();
    }

    @Test
    void refusesOffsetsThatNoTaskCanContinueFrom() {
        assertThatThrownBy(() -> alter(Map.of("incrementing", "x"))).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> alter(Map.of("timestamp", "yesterday"))).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() ->
                        connector.alterOffsets(Map.of(), java.util.Collections.singletonMap(Map.of("file", "x"), null)))
                .hasMessageContaining("The partition must be");
        assertThatThrownBy(() -> connector.alterOffsets(
                        Map.of(), java.util.Collections.singletonMap(new TreeMap<>(PARTITION).descendingMap(), null)))
                .hasMessageContaining("in this order");
    }

    @ParameterizedTest
    @CsvSource({
        "incrementing, poll, SUPPORTED",
        "timestamp, , SUPPORTED",
        "bulk, connector, SUPPORTED",
        "bulk, poll, UNSUPPORTED",
        "bulk, , UNSUPPORTED"
    })
    void sendsRowsOnceIfAPositionOrATransactionTellsWhichWereSent(
            String mode, String boundary, ExactlyOnceSupport expected) {
        assertThat(connector.exactlyOnceSupport(SourceConfigs.with("mode", mode, "transaction.boundary", boundary)))
                .isEqualTo(expected);
    }

    private boolean alter(Map<String, ?> offset) {
        return connector.alterOffsets(Map.of(), java.util.Collections.singletonMap(PARTITION, offset));
    }
}
