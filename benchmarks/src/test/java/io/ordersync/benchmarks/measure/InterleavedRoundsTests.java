package io.ordersync.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterleavedRoundsTests {

    private final List<String> turns = new ArrayList<>();

    @Test
    void measuresCandidatesInTurnAndIgnoresTheWarmUp() throws Exception {
        try (ProgressLog progress = new ProgressLog(new PrintWriter(new StringWriter()))) {
            Map<String, Series> measured = new InterleavedRounds(1, 2, progress)
                    .measure("stage", Unit.ROWS_PER_SECOND, List.of(candidate("a"), candidate("b")));

            assertThat(turns).containsExactly("a", "b", "a", "b", "a", "b");
            assertThat(measured.get("a").rounds()).containsExactly(3.0, 5.0);
            assertThat(measured.get("b").rounds()).containsExactly(4.0, 6.0);
        }
    }

    /** The value of each measurement is its number. */
    private Candidate candidate(String name) {
        return new Candidate() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double measure() {
                turns.add(name);
                return turns.size();
            }
        };
    }
}
