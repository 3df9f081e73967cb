package io.ordersync.stack.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.connect.BinlogPosition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinaryLogTests {

    private final BinaryLog log = new BinaryLog(new LinkedHashMap<>(Map.of()));

    BinaryLogTests() {
        log.sizes().put("binlog.000002", 1000L);
        log.sizes().put("binlog.000003", 200L);
        log.sizes().put("binlog.000004", 30L);
    }

    @Test
    void countsTheBytesAfterAPosition() {
        assertThat(log.bytesAfter(new BinlogPosition("binlog.000004", 30))).hasValue(0);
        assertThat(log.bytesAfter(new BinlogPosition("binlog.000004", 4))).hasValue(26);
        assertThat(log.bytesAfter(new BinlogPosition("binlog.000002", 900))).hasValue(330);
    }

    @Test
    void knowsNoDistanceToAFileThatIsGone() {
        assertThat(log.bytesAfter(new BinlogPosition("binlog.000001", 4))).isEmpty();
    }
}
