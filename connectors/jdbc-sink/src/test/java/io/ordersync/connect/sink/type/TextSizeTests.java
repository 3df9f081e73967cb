package io.ordersync.connect.sink.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextSizeTests {

    @Test
    void isAnUpperBoundForSmallValues() {
        String text = "물'🦊";
        assertThat(TextSize.measure(new Object[] {text}))
                .isGreaterThanOrEqualTo(text.getBytes(StandardCharsets.UTF_8).length + 3L);
    }

    @Test
    void isExactForLargeValuesExceptTheQuotes() {
        assertThat(TextSize.measure(new Object[] {"ab물🦊'".repeat(100_000)}))
                .isEqualTo(100_000L * (2 + 3 + 4 + 2) + 12);
        assertThat(TextSize.measure(new Object[] {new byte[200_000]})).isEqualTo(400_000L + 12);
    }
}
