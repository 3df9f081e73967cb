package io.ordersync.connect.sink.type;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabSeparatedTextTests {

    private final TabSeparatedText text = new TabSeparatedText();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 99, 100, 12_345, -1, -10, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    void writesNumbersInDecimal(long number) throws IOException {
        text.appendNumber(number);
        text.endRow();

        assertThat(written()).isEqualTo(number + "\n");
    }

    @Test
    void growsWithItsContent() throws IOException {
        StringBuilder expected = new StringBuilder();
        for (long number = 0; number < 20_000; number++) {
            text.appendNumber(number * number);
            text.endRow();
            expected.append(number * number).append('\n');
        }
        assertThat(written()).isEqualTo(expected.toString());
    }

    @Test
    void escapesTheCharactersThatSeparateValues() throws IOException {
        text.appendText("a\tb\nc\\d\0물\t");
        text.appendNull();
        text.endRow();

        assertThat(written()).isEqualTo("a\\tb\\nc\\\\d\\0물\\t\t\\N\n");
    }

    private String written() throws IOException {
        return new String(text.stream().readAllBytes(), UTF_8);
    }
}
