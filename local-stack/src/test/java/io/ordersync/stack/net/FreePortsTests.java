package io.ordersync.stack.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTests {

    @Test
    void choosesEachPortOnceAlthoughNoServerHasStarted() {
        FreePorts some = new FreePorts();
        FreePorts others = new FreePorts();

        assertThat(Stream.of("kafka", "mariadb", "connect").flatMap(part -> Stream.of(some.of(part), others.of(part))))
                .doesNotHaveDuplicates()
                .allMatch(Ports::isFree);
        assertThat(some.of("kafka")).isEqualTo(some.of("kafka"));
    }
}
