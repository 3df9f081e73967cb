package io.ordersync.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures candidates in turn: a b c, a b c, … A disturbance of the machine so affects all of them alike. Warm-up rounds
 * come first: in them code is compiled and connections are opened, and they do not count.
 *
 * @param count number of rounds that count
 */
public record InterleavedRounds(int warmUps, int count, ProgressLog progress) {

    /** Returns one series for each candidate, by its name. */
    public Map<String, Series> measure(String stage, Unit unit, List<Candidate> candidates) throws Exception {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int round = first(); round <= count; round++) {
            for (Candidate candidate : candidates) {
                double value = measure(stage, unit, candidate, round);
                if (round > 0) {
                    values.computeIfAbsent(candidate.name(), name -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new Series(each.getValue())));
    }

    /** The number of the first round. Rounds up to 0 are warm-ups. */
    public int first() {
        return 1 - warmUps;
    }

    /** A round's name in the progress. */
    public String label(int round) {
        return round > 0 ? "round %d of %d".formatted(round, count) : "warm-up";
    }

    private double measure(String stage, Unit unit, Candidate candidate, int round) throws Exception {
        progress.begin("%s, %s: %s".formatted(stage, label(round), candidate.name()));
        double value = candidate.measure();
        progress.end(String.format(Locale.ROOT, "%,.0f %s", value, unit.symbol()));
        return value;
    }
}
