package io.ordersync.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTests {

    private final List<String> turns = new ArrayList<>();

    @Test
    void takesTurnsAndDoesNotCountTheWarmUp() throws Exception {
        try (Progress progress = new Progress(new PrintWriter(new StringWriter()))) {
            Map<String, Series> measured = new Rounds(1, 2, progress)
                    .of("stage", Unit.ROWS_PER_SECOND, List.of(contender("a"), contender("b")));

            assertThat(turns).containsExactly("a", "b", "a", "b", "a", "b");
            assertThat(measured.get("a").rounds()).containsExactly(3.0, 5.0);
            assertThat(measured.get("b").rounds()).containsExactly(4.0, 6.0);
        }
    }

    /** Measures how many turns were taken. */
    private Contender contender(String name) {
        return Contender.of(name, () -> {
            turns.add(name);
            return turns.size();
        });
    }
}
